// The bytes of core/model/english.model and core/restore/restore.model, set into the program by the
// assembler: the program stays one file that can be copied anywhere.
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
#define CARRY(name, file)                    \
  __asm__(SECTION                            \
          ".balign 16\n"                     \
          ".globl " SYMBOL(#name "_begin") "\n" \
          SYMBOL(#name "_begin") ":\n"       \
          ".incbin \"" file "\"\n"           \
          ".globl " SYMBOL(#name "_end") "\n" \
          SYMBOL(#name "_end") ":\n"         \
          ".byte 0\n"                        \
          PREVIOUS);                         \
  extern "C" const char name##_begin[], name##_end[];
// clang-format on
CARRY(palimpsest_model, MODEL_FILE)
CARRY(palimpsest_restore_model, RESTORE_MODEL_FILE)

namespace palimpsest {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

const Model* builtin_model() {
  static const std::optional<Model> model =
      Model::read(between(palimpsest_model_begin, palimpsest_model_end), nullptr);
  return model ? &*model : nullptr;
}

const RestoreModel* builtin_restore_model() {
  static const std::optional<RestoreModel> model = RestoreModel::read(
      between(palimpsest_restore_model_begin, palimpsest_restore_model_end), nullptr);
  return model ? &*model : nullptr;
}

}  // namespace palimpsest
