// The infill model as its part of the model file.
// Tested by tests/core/infill_test.cpp.
#include <algorithm>

#include "model/symbols.h"
#include "restore/infill.h"
#include "restore/infill_forms.h"

namespace palimpsest {

std::optional<Infill> Infill::read(std::string_view bytes) {
  if (bytes.size() < 12) return std::nullopt;
  const std::uint32_t guessed = number_at(bytes, 0), forms_size = number_at(bytes, 4),
                      net_size = number_at(bytes, 8);
  bytes.remove_prefix(12);
  if (forms_size > bytes.size() || net_size > bytes.size() - forms_size) return std::nullopt;
  std::optional<std::vector<std::string>> words = read_forms(bytes.substr(0, forms_size));
  const std::optional<InfillNetContents> net = read_net(bytes.substr(forms_size, net_size));
  std::int32_t step = 0;
  const std::optional<std::vector<GramEntry>> grams =
      read_grams(bytes.substr(forms_size + net_size), step);
  if (!words || !net || !grams || guessed < InfillVocabulary::special_count ||
      guessed > words->size() + InfillVocabulary::special_count)
    return std::nullopt;
  Infill infill;
  infill.vocabulary_ = InfillVocabulary(std::move(*words), static_cast<std::uint16_t>(guessed));
  infill.vocabulary_.set_outputs({});
  infill.net_ = InfillNet(*net);
  infill.grams_ = InfillGrams(*grams, step);
  const InfillVocabulary& v = infill.vocabulary_;
  if (infill.net_.word_count() != v.id_count() || infill.net_.output_count() != v.output_count())
    return std::nullopt;
  for (std::uint16_t i = 0; i < v.output_count(); ++i) {
    const std::string_view word = i < v.guessed() ? v.text(i) : "";
    const bool capital = word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z';
    const auto form = std::find_if(pronoun_forms().begin(), pronoun_forms().end(),
                                   [&](const PronounForm& f) { return f.text == word; });
    const bool pronoun = form != pronoun_forms().end();
    infill.forms_.push_back(pronoun ? static_cast<std::uint8_t>(form - pronoun_forms().begin())
                                    : std::uint8_t{0});
    infill.kinds_.push_back(pronoun                                                  ? pronoun_kind
                            : capital || i >= v.guessed() + InfillVocabulary::person ? name_kind
                                                                                     : neither);
  }
  return infill;
}

std::string write_infill(const InfillVocabulary& vocabulary, const InfillNetContents& net,
                         const std::vector<GramEntry>& grams, std::int32_t gram_step) {
  const std::string forms_bytes = write_forms(vocabulary.words()), net_bytes = write_net(net);
  const auto size = [](const std::string& bytes) {
    return four_bytes(static_cast<std::uint32_t>(bytes.size()));
  };
  return four_bytes(vocabulary.guessed()) + size(forms_bytes) + size(net_bytes) + forms_bytes +
         net_bytes + write_grams(grams, gram_step);
}

}  // namespace palimpsest
