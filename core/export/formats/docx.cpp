// A Word document (ECMA-376, WordprocessingML) in which every repair is a tracked change with a
// comment that tells the reason: refusing all of them gives the source. Line ends are paragraph
// marks, and those can be inserted and deleted like words. Tested by
// tests/core/document_export_test.cpp.
#include <algorithm>

#include "export/escape.h"
#include "export/formats.h"
#include "export/segments.h"
#include "export/zip.h"

namespace palimpsest {
namespace {

constexpr std::string_view xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

enum class Track { kept, deleted, inserted };

/// The paragraphs of the body, as the segments come.
class Body {
 public:
  void add(std::string_view text, Track track) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
      if (end > at) add_run(text.substr(at, end - at), track);
      if (end == text.size()) break;
      end_paragraph(track);
      at = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
    }
  }
  void begin_comment(const std::string& id) {
    runs_ += "<w:commentRangeStart w:id=\"" + id + "\"/>";
  }
  void end_comment(const std::string& id) {
    runs_ += "<w:commentRangeEnd w:id=\"" + id + "\"/><w:r><w:commentReference w:id=\"" + id +
             "\"/></w:r>";
  }
  std::string finish() && {
    end_paragraph(Track::kept);
    return std::move(out_);
  }

 private:
  std::string open(Track track) {
    return std::string(track == Track::deleted ? "<w:del" : "<w:ins") + " w:id=\"" +
           std::to_string(next_id_++) + "\" w:author=\"Palimpsest\"";
  }
  void add_run(std::string_view text, Track track) {
    const std::string_view element = track == Track::deleted ? "w:delText" : "w:t";
    if (track != Track::kept) runs_ += open(track) + ">";
    (((runs_ += "<w:r><") += element) += " xml:space=\"preserve\">");
    add_escaped(runs_, text);
    (((runs_ += "</") += element) += "></w:r>");
    if (track != Track::kept) runs_ += track == Track::deleted ? "</w:del>" : "</w:ins>";
  }
  void end_paragraph(Track track) {
    out_ += "<w:p>";
    if (track != Track::kept) out_ += "<w:pPr><w:rPr>" + open(track) + "/></w:rPr></w:pPr>";
    out_ += runs_ + "</w:p>";
    runs_.clear();
  }

  std::string out_, runs_;
  std::uint32_t next_id_ = 1;
};

}  // namespace

std::string formats::docx(const Document& doc, const ExportOptions&) {
  Body body;
  std::string comments;
  for (const Segment& segment : segments_of(doc)) {
    if (segment.change == no_index) {
      body.add(segment.after, Track::kept);
      continue;
    }
    const std::string id = std::to_string(segment.change);
    body.begin_comment(id);
    body.add(segment.before, Track::deleted);
    body.add(segment.after, Track::inserted);
    body.end_comment(id);
    comments +=
        "<w:comment w:id=\"" + id + "\" w:author=\"Palimpsest\" w:initials=\"P\"><w:p><w:r><w:t>";
    add_escaped(comments, reason_of(doc, segment.change));
    comments += "</w:t></w:r></w:p></w:comment>";
  }
  const std::string start(xml);
  return write_zip(
      {{"[Content_Types].xml",
        start +
            "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
            "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPES
            "document.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"" TYPES
            "comments+xml\"/></Types>"},
       {"_rels/.rels", start + "<Relationships xmlns=\"" PACKAGE
                               "relationships\"><Relationship Id=\"rId1\" Type=\"" RELATIONS
                               "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
       {"word/_rels/document.xml.rels",
        start + "<Relationships xmlns=\"" PACKAGE
                "relationships\"><Relationship Id=\"rId1\" Type=\"" RELATIONS
                "comments\" Target=\"comments.xml\"/></Relationships>"},
       {"word/comments.xml",
        start + "<w:comments xmlns:w=\"" WORD "\">" + comments + "</w:comments>"},
       {"word/document.xml", start + "<w:document xmlns:w=\"" WORD "\"><w:body>" +
                                 std::move(body).finish() + "</w:body></w:document>"}});
}

}  // namespace palimpsest
