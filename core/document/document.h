// All that is known of one text, as one value; and the whole flow on one screen.
#pragma once

#include <string_view>
#include <vector>

#include "cluster/entity.h"
#include "decode/decode.h"
#include "document/passages.h"
#include "entity/mention.h"
#include "entity/reader_name.h"
#include "model/model.h"
#include "quote/quote.h"
#include "repair/repair.h"
#include "restore/decide.h"
#include "restore/restore.h"
#include "token/token.h"

namespace palimpsest {

/// One struct per step; defaults are what the page does.
struct Options {
  DecodeOptions decode;
  RepairOptions repair;
  std::vector<Decision> decisions;  // the reader's, about the repairs of this text
  EntityOptions entity;
  RestoreOptions restore;
  const Model* model = nullptr;  // names need one; it must outlive the call
  bool restored = true;          // false: words that were written over stay so
  bool entities = true;          // false: no mentions, no entities and no quotes
  bool quotes = true;
};

struct Document {
  Source source;
  Cleaned cleaned;
  Tokens tokens;                                  // of the clean text
  std::vector<CleanSpan> paragraphs;              // without the line ends between them
  std::vector<CleanSpan> sentences;               // inside paragraphs
  std::vector<Mention> mentions;                  // in the order of the text, outer ones first
  std::vector<Entity> entities;                   // in the order of their first mention
  std::vector<Quote> quotes;                      // in the order of the text
  bool has_entities = false, has_quotes = false;  // whether they were asked for
  std::vector<Decision> decisions;                // as they were given, carried out or not
  std::vector<ReaderName> lexicon;                // likewise
};

/// Total: any bytes give a Document. O(n) in the input except where a step says otherwise.
Document analyze(std::string_view bytes, const Options& options = {});

}  // namespace palimpsest
