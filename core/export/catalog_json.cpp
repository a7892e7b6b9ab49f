// Every row, so that the page and other tools copy no list. Tested by tests/core/cli_test.cpp.
#include "export/comparison.h"
#include "export/formats.h"
#include "export/json.h"
#include "export/report.h"

namespace palimpsest {

Json catalog_json() {
  Json json = {{"schema", "palimpsest/catalog@1"},
               {"groups", Json::array()},
               {"repairs", Json::array()},
               {"restorations", Json::array()},
               {"encodings", Json::array()}};
  const auto has_group = [&](std::string_view name) {
    for (const Json& group : json["groups"])
      if (group["name"] == name) return true;
    return false;
  };
  for (const RepairRule& rule : repair_rules()) {
    if (!has_group(name_of(rule.group)))
      json["groups"].push_back({{"name", name_of(rule.group)}, {"title", title_of(rule.group)}});
    json["repairs"].push_back({{"name", rule.name},
                               {"group", name_of(rule.group)},
                               {"stage", name_of(rule.stage)},
                               {"safety", name_of(rule.safety)},
                               {"title", rule.title},
                               {"explanation", rule.explanation}});
  }
  if (!has_group(name_of(Group::restore)))
    json["groups"].push_back(
        {{"name", name_of(Group::restore)}, {"title", title_of(Group::restore)}});
  for (const RestorationRule& rule : restoration_rules())
    json["restorations"].push_back({{"name", rule.name},
                                    {"group", name_of(Group::restore)},
                                    {"safety", name_of(rule.safety)},
                                    {"title", rule.title},
                                    {"explanation", rule.explanation}});
  for (const EncodingRow& row : encoding_rows())
    json["encodings"].push_back({{"name", row.name}, {"title", row.title}});
  for (const EntityRow& row : entity_rows())
    json["entities"].push_back({{"name", row.name},
                                {"title", row.title},
                                {"named", is_named(row.kind)},
                                {"explanation", row.explanation}});
  // What matters most to a reader comes first.
  for (const CauseGroup group :
       {CauseGroup::meaning, CauseGroup::wording, CauseGroup::style, CauseGroup::damage})
    json["cause_groups"].push_back({{"name", name_of(group)}, {"title", title_of(group)}});
  json["causes"] = causes_json();
  for (const DocumentFormat& format : document_formats())
    json["document_formats"].push_back({{"name", format.name},
                                        {"title", format.title},
                                        {"extension", format.extension},
                                        {"media_type", format.media_type},
                                        {"offsets", format.offsets},
                                        {"leaves_out", format.leaves_out}});
  for (const ComparisonFormat& format : comparison_formats())
    json["comparison_formats"].push_back({{"name", format.name}, {"title", format.title}});
  json["facts"] = facts_json();
  json["conflicts"] = slots_json();
  for (const ReportFormat& format : report_formats())
    json["report_formats"].push_back({{"name", format.name}, {"title", format.title}});
  return json;
}

}  // namespace palimpsest
