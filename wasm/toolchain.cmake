# CMake's way to Emscripten: the one on PATH, be it from emsdk or from the distribution.

find_program(EM_CONFIG_TOOL em-config)
if(NOT EM_CONFIG_TOOL)
  message(FATAL_ERROR "Emscripten is not on PATH. On Debian and Ubuntu: apt-get install emscripten")
endif()
execute_process(COMMAND ${EM_CONFIG_TOOL} EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscripten_root
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# Debian's Emscripten looks for acorn, which it needs to link, where only Debian's own Node.js looks without being told.
if(EXISTS /usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()

# Header-only libraries of this machine. All of /usr/include would hide Emscripten's own headers behind this machine's.
set(header_links ${CMAKE_BINARY_DIR}/include)
foreach(folder IN ITEMS nlohmann)
  find_path(${folder}_parent ${folder} PATHS /usr/include /usr/local/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(${folder}_parent AND NOT EXISTS ${header_links}/${folder})
    file(MAKE_DIRECTORY ${header_links})
    file(CREATE_LINK ${${folder}_parent}/${folder} ${header_links}/${folder} SYMBOLIC)
  endif()
endforeach()
set(CMAKE_CXX_STANDARD_INCLUDE_DIRECTORIES ${header_links})
