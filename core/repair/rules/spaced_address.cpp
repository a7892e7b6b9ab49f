// Joins the pieces of addresses: "http : //example.org", "ann @ example.org", "example . org",
// "< ann@example.org >", "Follow @ ann", "# vote", "meter # 1552".
// Leaves an @ between two plain words alone ("Stardust @ home"), and a # before a verb ("what the #
// is").
#include "repair/near.h"
#include "repair/why_joined.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

constexpr auto schemes = word_set("http", "https", "ftp", "mailto", "file", "news", "sftp", "ssh");
// Generic domains, and the countries whose two letters are no English word.
constexpr auto domains =
    word_set("com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "uk", "de", "fr",
             "ca", "eu", "au", "ru", "cn", "jp", "nl", "ch", "se", "dk", "fi", "pl", "cz", "br",
             "es", "nz", "za", "ie", "kr", "tv");
// After these a name with @ is addressed or cited.
constexpr auto before_handles =
    word_set("follow", "following", "by", "via", "rt", "cc", "thanks", "thank", "ask", "tweet",
             "tweeted", "retweet", "twitter", "instagram", "tag", "mention", "hi", "hey", "hello");
constexpr auto function_words =
    word_set("is", "are", "was", "were", "of", "and", "or", "for", "the", "a", "an", "to", "in",
             "on", "at", "that", "which", "has", "have", "had", "will", "would", "can", "if", "it");

/// What may stand inside an address between its letters.
bool is_inner(const Token& t) {
  return t.is_word() || t.is_number() ||
         (t.kind() == TokenKind::mark && t.code < 128 &&
          std::string_view("-._~/?#@!$&*+=%:").find(static_cast<char>(t.code)) !=
              std::string_view::npos);
}

/// The end of the run of inner tokens at `i`: the first token behind it.
std::size_t run_end(const Near& near, std::size_t i) {
  while (is_inner(near[i])) ++i;
  return i;
}

/// A run that no word of a sentence looks like: "hl=en", "wiki-How/a", "8080".
bool is_piece(const Near& near, std::size_t begin, std::size_t end) {
  bool marked = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (near[i].shape() == WordShape::mixed) marked = true;
    if (near[i].kind() == TokenKind::mark && (i + 1 < end || near[i].is('/') || near[i].is('=')))
      marked = true;
  }
  return marked;
}

class Reader {
 public:
  Reader(const Passage& passage, Edits& edits) : near_(passage), edits_(edits) {}

  /// "http : //host/path ? a=b & c=d": from the scheme on. Gives the first token behind it.
  std::size_t url(std::size_t scheme) {
    const std::size_t colon = near_.next(scheme);
    if (!near_[colon].is(':')) return scheme + 1;
    const std::size_t slash = near_.next(colon);
    const bool mail = LowerWord(near_.of(scheme)) == "mailto";
    if (!mail && !(near_[slash].is('/') && near_[slash + 1].is('/'))) return scheme + 1;
    if (slash != scheme + 2) edits_.add(near_.span(scheme + 1, slash - 1), ":", 96);
    return path(mail ? slash : slash + 2, is_bracket(near_.previous(scheme), '(', "LRB"));
  }

  /// The pieces of an address from the token `i` inside it on. One that is alone in brackets
  /// reaches to the closing one.
  std::size_t path(std::size_t i, bool bracketed = false) {
    std::size_t end = run_end(near_, i);
    while (near_.gap(end)) {
      const Token& mark = near_[end + 1];
      const bool joins = mark.is('?') || mark.is('&') || mark.is('=') || mark.is('%') ||
                         mark.is('#') || mark.is(':') || mark.is(';') || mark.is('@');
      if (!joins || !near_.gap(end + 2)) break;
      const std::size_t piece = end + 3, piece_end = run_end(near_, piece);
      if (piece_end == piece) break;
      const bool last = bracketed && near_.gap(piece_end) && is_bracket(piece_end + 1, ')', "RRB");
      if (!mark.is('=') && !last && !is_piece(near_, piece, piece_end)) break;
      edits_.add(near_.span(end, end + 2), near_.of(end + 1), 88);
      end = piece_end;
    }
    return end;
  }

  /// "ann @ example.org", "ann@ example . org"; "@ ann".
  void at_sign(std::size_t i) {
    if (!near_.gap(i - 1) && !near_.gap(i + 1)) return;
    const std::size_t host = near_.next(i), user = near_.previous(i);
    if (const std::size_t last = parted_host(host); last != 0 && near_[user].is_word()) {
      std::string address = "@";
      for (std::size_t k = host; k <= last; ++k)
        if (!near_.gap(k)) address += near_.of(k);
      edits_.add(near_.span(user + 1, last), address, 90);
      return;
    }
    if (near_[host].is_word() && is_host(host) && near_.of(user).size() > 0 && !near_.edge(user)) {
      const std::size_t dots = dots_before(user);
      if (dots != user) edits_.add(near_.span(dots - 1), "", 85);
      if (user == i - 2 && host == i + 2)
        edits_.add(near_.span(user + 1, host - 1), "@", 95);
      else
        edits_.add(near_.span(user == i - 2 ? i - 1 : i + 1), "", 95);
      return;
    }
    if (!near_.gap_after(i) || !near_[i + 2].is_word()) return;
    const bool begins = near_.edge(user) || near_[user].kind() == TokenKind::mark;
    const bool camel = near_[i + 2].shape() == WordShape::mixed;  // @realName
    const bool named = near_[i + 2].shape() != WordShape::none &&
                       !function_words.contains(LowerWord(near_.of(i + 2)));
    if (named && (begins || camel || before_handles.contains(LowerWord(near_.of(user)))))
      edits_.add(near_.span(i + 1), "", 80);
  }

  /// "# vote", "# 1".
  void hash(std::size_t i) {
    if (!near_.gap_after(i)) return;
    const Token& after = near_[i + 2];
    const bool named = after.is_word() && !function_words.contains(LowerWord(near_.of(i + 2)));
    if (after.is_number() || named) edits_.add(near_.span(i + 1), "", 85);
  }

  /// "example . org", "www . example . com".
  void domain(std::size_t i) {
    const std::size_t stop = near_.next(i), last = near_.next(stop);
    if (!near_[stop].is('.') || last == stop + 1 || stop == i + 1) return;
    const std::string_view word = near_.of(last);
    const bool www = near_.of(i) == "www";
    if (!www &&
        (word.size() < 3 || !domains.contains(word) || near_[last].shape() != WordShape::lower))
      return;
    edits_.add(near_.span(i + 1, last - 1), ".", 85);
  }

  /// "< ann@example.org >": angle brackets around an address, looked for a line's width.
  void angle(std::size_t i) {
    if (!near_.gap_after(i)) return;
    bool address = false;
    for (std::size_t end = i + 2; end < i + 40 && !near_.edge(end); ++end) {
      address |= near_[end].is('@') || (near_[end].is('/') && near_[end + 1].is('/'));
      if (near_[end].is('<')) return;
      if (!near_[end].is('>')) continue;
      if (!address || !near_.gap(end - 1)) return;
      edits_.add(near_.span(i + 1), "", 90);
      edits_.add(near_.span(end - 1), "", 90);
      return;
    }
  }

  const Near& near() const { return near_; }

 private:
  /// The mark or the treebank's name of it: -LRB-.
  bool is_bracket(std::size_t i, char32_t mark, std::string_view name) const {
    return near_[i].is(mark) ||
           (near_[i].is('-') && (near_.of(i - 1) == name || near_.of(i + 1) == name));
  }

  /// "davidr ... @ example.org", a name cut short: the first of the dots; `user` if there are none.
  std::size_t dots_before(std::size_t user) const {
    std::size_t i = user;
    while (near_[i].is('.') && near_[i - 1].is('.')) --i;
    return i != user && near_.gap_before(i) && near_[i - 2].is_word() ? i : user;
  }

  /// The last token of "bbc . co . uk", a host whose dots were set apart; 0 if it is none.
  std::size_t parted_host(std::size_t i) const {
    std::size_t last = 0;
    for (int labels = 0; labels < 6 && near_[i].is_word(); ++labels) {
      const LowerWord label(near_.of(i));
      if (labels > 0 && domains.contains(label)) last = i;
      if (labels > 0 && last != i && label != "co" && label != "ac") break;
      if (!near_.gap(i + 1) || !near_[i + 2].is('.') || !near_.gap(i + 3)) break;
      i += 4;
    }
    return last;
  }

  /// "example.org".
  bool is_host(std::size_t i) const {
    for (int labels = 0; labels < 6; ++labels) {
      std::size_t end = i;
      while (near_[end].is_word() || near_[end].is_number() || near_[end].is('-')) ++end;
      if (end == i) return false;
      const std::string_view last = near_.of(end - 1);
      const std::size_t stop = near_.gap(end) && near_[end + 1].is('.') ? end + 1 : end;
      const std::size_t label = near_.next(stop);
      const bool goes_on = near_[stop].is('.') && near_[label].is_word() && label == stop + 1;
      if (!goes_on) return labels > 0 && (domains.contains(LowerWord(last)) || last.size() == 2);
      i = label;
    }
    return false;
  }

  Near near_;
  Edits& edits_;
};

}  // namespace

void rules::spaced_address::find(const Passage& passage, Edits& edits) {
  Reader reader(passage, edits);
  const Near& near = reader.near();
  std::size_t done = 0;
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (i < done) return;
    const Token& t = near[i];
    if (t.is(':')) {
      const std::size_t scheme = near.previous(i);
      if (near[scheme].is_word() && schemes.contains(LowerWord(near.of(scheme))))
        done = reader.url(scheme);
    } else if (t.is('.')) {
      if (near[i - 1].is_word() && near.of(i - 1) == "www")
        done = reader.path(i);
      else if (near.gap(i - 1) && near.gap(i + 1) && near[i - 2].is_word())
        reader.domain(i - 2);
    } else if (t.is('@')) {
      reader.at_sign(i);
    } else if (t.is('#')) {
      reader.hash(i);
    } else if (t.is('<')) {
      reader.angle(i);
    }
  });
}

std::string rules::spaced_address::why(const Explained& change) {
  return why_joined(change, "A tokeniser set blanks inside an address.");
}

}  // namespace palimpsest
