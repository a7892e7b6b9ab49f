// The names under which JavaScript finds the calls of the core.
#include <emscripten/bind.h>

#include "calls.h"

EMSCRIPTEN_BINDINGS(palimpsest) {
  using namespace palimpsest;
  emscripten::function("load_model", &calls::load_model);
  emscripten::function("analyze", &calls::analyze);
  emscripten::function("export_document", &calls::export_document);
  emscripten::function("read_record", &calls::read_record);
  emscripten::function("compare", &calls::compare);
  emscripten::function("compare_spans", &calls::compare_spans);
  emscripten::function("export_comparison", &calls::export_comparison);
  emscripten::function("catalog", &calls::catalog);
}
