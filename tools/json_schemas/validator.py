"""The part of JSON Schema (draft 2020-12) that the project's schemas use, judged strictly: any other keyword is refused."""

import re

NOTES = {"$schema", "$id", "title", "description"}
JUDGED = {"type", "properties", "required", "additionalProperties", "items", "enum", "const", "pattern"}
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


class BadSchema(Exception):
    """The schema itself is wrong."""


def check_schema(schema, place="#"):
    """Refuses a schema that says something that the validator does not judge, or leaves something unsaid."""
    unknown = set(schema) - NOTES - JUDGED
    if unknown:
        raise BadSchema(f"{place}: unknown keywords {sorted(unknown)}")
    types = types_of(schema)
    if not types <= set(TYPES) or not types and not {"const", "enum"} & set(schema):
        raise BadSchema(f"{place}: type {schema.get('type')}")
    description = schema.get("description", "")
    if place != "#" and (not description.endswith(".") or "\n" in description):
        raise BadSchema(f"{place}: a description is one line and ends with a full stop: {description!r}")
    if "pattern" in schema and not (schema["pattern"].startswith("^") and schema["pattern"].endswith("$")):
        raise BadSchema(f"{place}: the pattern is not anchored")
    if "object" in types:
        check_object(schema, place)
    if "array" in types:
        if "items" not in schema:
            raise BadSchema(f"{place}: an array without items")
        check_schema(schema["items"], place + "[]")


def check_object(schema, place):
    properties = schema.get("properties", {})
    other = schema.get("additionalProperties")
    if other is not False and (properties or not isinstance(other, dict)):
        raise BadSchema(f"{place}: additionalProperties is false, or a schema where names are free")
    if isinstance(other, dict):
        check_schema(other, place + ".*")
    if not set(schema.get("required", [])) <= set(properties):
        raise BadSchema(f"{place}: requires what it does not have")
    for name, part in properties.items():
        check_schema(part, f"{place}.{name}")


def types_of(schema):
    kind = schema.get("type", [])
    return {kind} if isinstance(kind, str) else set(kind)


def is_of(value, kind):
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, TYPES[kind])


def faults(value, schema, place="#"):
    """What in a value does not conform: a list of lines, empty where all does."""
    found = []
    if "const" in schema and not same(value, schema["const"]):
        found.append(f"{place}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and not any(same(value, choice) for choice in schema["enum"]):
        found.append(f"{place}: {value!r} is none of {schema['enum']}")
    types = types_of(schema)
    if types and not any(is_of(value, kind) for kind in types):
        return found + [f"{place}: {value!r} is not of the type {' or '.join(sorted(types))}"]
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"][:-1] + r"\Z", value, re.ASCII):
        found.append(f"{place}: {value!r} does not match {schema['pattern']}")
    if isinstance(value, list):
        for index, element in enumerate(value):
            found += faults(element, schema["items"], f"{place}[{index}]")
    if isinstance(value, dict):
        found += object_faults(value, schema, place)
    return found


def object_faults(value, schema, place):
    properties = schema.get("properties", {})
    other = schema.get("additionalProperties", False)
    found = [f"{place}: {name} is missing" for name in schema.get("required", []) if name not in value]
    for name, member in value.items():
        if name in properties:
            found += faults(member, properties[name], f"{place}.{name}")
        elif other is False:
            found.append(f"{place}: {name} is not foreseen")
        else:
            found += faults(member, other, f"{place}.{name}")
    return found


def same(one, other):
    """Equality as JSON has it: true is not 1."""
    return type(one) is type(other) and one == other
