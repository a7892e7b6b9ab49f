// The face of the core in WebAssembly: strings and bytes in, strings out. No logic, and it never
// throws. An answer is {"value": …} or {"error": words}. bindings.cpp gives these their names.
#pragma once

#include <emscripten/val.h>

#include <string>

namespace palimpsest::calls {

// What a page begins with (calls_first.cpp).

/// Bytes of an article (a Uint8Array arrives as bytes), options as JSON: {"value": document} or
/// {"error": words}.
std::string analyze(const emscripten::val& article, const std::string& options_text);

/// The bytes of a file that may be an export of ours: {"value": {"source","decisions","lexicon"}},
/// {"value": null} for anything else, or {"error": words}.
std::string read_record(const emscripten::val& file);

/// {"value": catalog}
std::string catalog();

// What it asks for when it can be used already (calls_later.cpp).

/// Bytes of either model file, which its first bytes tell: {"value": true}, or {"error": words},
/// and then the one before stays.
std::string load_model(const emscripten::val& bytes);

/// A document in a format of the catalog, as a Uint8Array (a .docx is no text), or {"error": words}
/// as a string.
emscripten::val export_document(const emscripten::val& article, const std::string& format_name,
                                const std::string& options_text);

/// Two versions of one text, or two reports of one event ("mode" of the options): {"value":
/// comparison}.
std::string compare(const emscripten::val& a, const emscripten::val& b,
                    const std::string& options_text);

/// The hunks as numbers (export/comparison.h) in an Int32Array, or {"error": words} as a string.
emscripten::val compare_spans(const emscripten::val& a, const emscripten::val& b,
                              const std::string& options_text);

/// The same as compare in a format of the catalog: a string within {"value": …} for the formats
/// that are no JSON.
std::string export_comparison(const emscripten::val& a, const emscripten::val& b,
                              const std::string& format_name, const std::string& options_text);

}  // namespace palimpsest::calls
