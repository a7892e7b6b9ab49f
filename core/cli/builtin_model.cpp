// The bytes of core/model/english.model, set into the program by the assembler: the program stays
// one file that can be copied anywhere.
#include "cli/builtin_model.h"

#include <cstddef>
#include <string_view>

#if defined(__APPLE__)
#define SYMBOL(name) "_" name
#define SECTION ".const_data\n"
#define PREVIOUS ".text\n"
#else
#define SYMBOL(name) name
#define SECTION ".section .rodata\n"
#define PREVIOUS ".previous\n"
#endif

// clang-format off
__asm__(SECTION
        ".balign 16\n"
        ".globl " SYMBOL("palimpsest_model_begin") "\n"
        SYMBOL("palimpsest_model_begin") ":\n"
        ".incbin \"" MODEL_FILE "\"\n"
        ".globl " SYMBOL("palimpsest_model_end") "\n"
        SYMBOL("palimpsest_model_end") ":\n"
        ".byte 0\n"
        PREVIOUS);
// clang-format on

extern "C" const char palimpsest_model_begin[], palimpsest_model_end[];

namespace palimpsest {

const Model* builtin_model() {
  static const std::optional<Model> model = Model::read(
      std::string_view(palimpsest_model_begin,
                       static_cast<std::size_t>(palimpsest_model_end - palimpsest_model_begin)),
      nullptr);
  return model ? &*model : nullptr;
}

}  // namespace palimpsest
