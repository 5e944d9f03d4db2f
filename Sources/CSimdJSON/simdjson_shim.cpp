#include "CSimdJSON.h"

#include <new>
#include <simdjson.h>

struct codebook_json_parser {
  simdjson::dom::parser parser;
};

namespace {

class Walk {
 public:
  Walk(codebook_json_visitor visitor, void *context) : visitor_(visitor), context_(context) {}

  // Every access below follows the type that was read, so none of them can fail.
  void value(simdjson::dom::element element) {
    switch (element.type()) {
      case simdjson::dom::element_type::ARRAY: {
        border(codebook_json_array_start);
        for (auto item : simdjson::dom::array(element.get_array().value_unsafe())) value(item);
        border(codebook_json_array_end);
        return;
      }
      case simdjson::dom::element_type::OBJECT: {
        border(codebook_json_object_start);
        for (auto member : simdjson::dom::object(element.get_object().value_unsafe())) {
          text(codebook_json_name, member.key);
          value(member.value);
        }
        border(codebook_json_object_end);
        return;
      }
      case simdjson::dom::element_type::STRING:
        return text(codebook_json_string, element.get_string().value_unsafe());
      case simdjson::dom::element_type::INT64: {
        codebook_json_event event = made(codebook_json_integer);
        event.integer = element.get_int64().value_unsafe();
        return visitor_(context_, &event);
      }
      case simdjson::dom::element_type::UINT64: {
        codebook_json_event event = made(codebook_json_number);
        event.number = static_cast<double>(element.get_uint64().value_unsafe());
        return visitor_(context_, &event);
      }
      case simdjson::dom::element_type::DOUBLE: {
        codebook_json_event event = made(codebook_json_number);
        event.number = element.get_double().value_unsafe();
        return visitor_(context_, &event);
      }
      case simdjson::dom::element_type::BOOL: {
        codebook_json_event event = made(codebook_json_bool);
        event.boolean = element.get_bool().value_unsafe();
        return visitor_(context_, &event);
      }
      case simdjson::dom::element_type::NULL_VALUE: return border(codebook_json_null);
    }
  }

 private:
  static codebook_json_event made(codebook_json_kind kind) {
    codebook_json_event event = {};
    event.kind = kind;
    return event;
  }

  void border(codebook_json_kind kind) {
    codebook_json_event event = made(kind);
    visitor_(context_, &event);
  }

  void text(codebook_json_kind kind, std::string_view text) {
    codebook_json_event event = made(kind);
    event.text = text.data();
    event.length = text.size();
    visitor_(context_, &event);
  }

  codebook_json_visitor visitor_;
  void *context_;
};

}  // namespace

codebook_json_parser *codebook_json_parser_new(void) {
  return new (std::nothrow) codebook_json_parser;
}

void codebook_json_parser_free(codebook_json_parser *parser) { delete parser; }

const char *codebook_json_parse(
    codebook_json_parser *parser, const char *bytes, size_t length, codebook_json_visitor visitor,
    void *context) {
  simdjson::dom::element root;
  auto error = parser->parser.parse(bytes, length, true).get(root);
  if (error != simdjson::SUCCESS) return simdjson::error_message(error);
  Walk(visitor, context).value(root);
  return nullptr;
}
