// One round of decoding: characters in, characters out, with the evidence that the ones that went
// in were bytes.
#pragma once

#include <vector>

#include "repair/mojibake_decoding.h"

namespace palimpsest {

struct DecodedRound {
  int evidence = 0;   // half points: how odd the sequences look as text
  int sequences = 0;  // how many there were
};

/// Reads `in` as bytes of `page` and these as UTF-8; what is no sequence is kept. With
/// `losses.bytes` a sequence may lack one byte, where its neighbours are sequences. Only characters
/// that were decoded `rounds` times are bytes.
DecodedRound decode_round(const std::vector<Piece>& in, std::uint8_t rounds, CodePage page,
                          Losses losses, std::vector<Piece>& out);

}  // namespace palimpsest
