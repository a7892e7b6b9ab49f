// Speed of reading the model and of tagging names, and a sum over all answers that must be the same
// natively and in WebAssembly:
//
//     tagger_bench core/model/english.model TEXT [TURNS]
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include "document/passages.h"
#include "entity/tagger.h"
#include "model/hash.h"

namespace {

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Of the processor, natively; in WebAssembly there is only the clock on the wall.
double milliseconds() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int count, char** arguments) {
  using namespace palimpsest;
  if (count < 3) {
    std::fprintf(stderr, "usage: tagger_bench MODEL TEXT [TURNS]\n");
    return 2;
  }
  const std::string bytes = read_file(arguments[1]), text = read_file(arguments[2]);
  const int turns = count > 3 ? std::atoi(arguments[3]) : 5;
  double before = milliseconds();
  std::string error;
  const std::optional<Model> model = Model::read(bytes, &error);
  if (!model) {
    std::fprintf(stderr, "tagger_bench: %s\n", error.c_str());
    return 2;
  }
  std::printf("model read in %.1f ms\n", milliseconds() - before);
  const Tokens tokens = tokenize(text);
  const std::vector<CleanSpan> sentences =
      find_sentences(text, tokens, find_paragraphs(text, tokens));
  for (int turn = 0; turn < turns; ++turn) {
    before = milliseconds();
    const std::vector<NameSpan> names = tag_names(text, tokens, sentences, *model);
    const double taken = milliseconds() - before;
    std::uint64_t sum = 0;
    for (const NameSpan& n : names) {
      sum = mix_bits(sum ^ n.span.begin) + n.span.end * 8 + static_cast<std::uint64_t>(n.label);
      sum = mix_bits(sum ^ same_bits<std::uint32_t>(n.confidence)) ^ hash_text(n.why);
    }
    std::printf("%zu names, sum %016llx, %.0f KB/s\n", names.size(),
                static_cast<unsigned long long>(sum), static_cast<double>(text.size()) / taken);
  }
}
