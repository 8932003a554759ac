"""Schemas from what was seen and from the words about it."""

import json

from . import words


class Unnamed(Exception):
    """A member that nothing is said about, or that is not of the kind said."""


def schema_of(name, summary, answers):
    """The schema of the answers of one name."""
    command = " ".join(["fundctl", *command_of(name)])
    title = "An error of fundctl" if name == "error" else f"The result of {command}"
    body = object_(name, answers)
    top = {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.v1.schema.json", "title": title,
        "description": summary, "type": body.pop("type"),
    }
    del body["description"]
    return {**top, **body}


def command_of(name):
    """The words of a command, by the name of its schema: `follow-up-add` is `follow-up add`."""
    noun = "follow-up" if name.startswith("follow-up-") else name.split("-", 1)[0]
    return [noun, name[len(noun) + 1:]] if len(name) > len(noun) else [noun]


def named(name):
    return {"const": f"fundctl/{name}/v1", "description": "The name and version of this schema."}


def described(path, values):
    """The schema of the values seen at a path."""
    present = [value for value in values if value is not None]
    if any(isinstance(value, list) for value in present):
        return array(path, values)
    if any(isinstance(value, dict) for value in present) and lookup(words.LEAVES, path, kind="map") is None:
        return object_(path, values)
    if not present and lookup(words.OBJECTS, path + "?"):
        raise Unnamed(f"{path}: seen as null only")
    kind, description = lookup(words.LEAVES, path) or refuse(path, "no words about it")
    return {**leaf(kind), "description": description}


def array(path, values):
    nullable = any(value is None for value in values)
    description = lookup(words.ARRAYS, path + ("?" if nullable else "")) or refuse(path, "no words about the array")
    elements = [element for value in values if value is not None for element in value]
    return {"type": ["array", "null"] if nullable else "array", "description": description, "items": described(path + "[]", elements)}


def object_(path, values):
    nullable = any(value is None for value in values)
    whole = "." not in path
    description = "" if whole else lookup(words.OBJECTS, path + ("?" if nullable else "")) or refuse(path, "no words about it")
    objects = [value for value in values if value is not None]
    names = list(dict.fromkeys(name for value in objects for name in value))
    properties = {}
    for name in names:
        member = f"{path}.{name}"
        properties[name] = named(path) if name == "schema" else described(member, [v[name] for v in objects if name in v])
    required = [
        name for name in names if all(name in value for value in objects) and f"{path}.{name}" not in words.OPTIONAL
    ]
    return {
        "type": ["object", "null"] if nullable else "object", "description": description, "required": required,
        "additionalProperties": False, "properties": properties,
    }


def leaf(kind):
    if not kind.endswith("?"):
        return dict(words.KINDS[kind])
    schema = dict(words.KINDS[kind[:-1]])
    schema["type"] = [schema["type"], "null"]
    if "enum" in schema:
        schema["enum"] = schema["enum"] + [None]
    return schema


def lookup(table, path, kind=None):
    """The entry of the longest end of a path, or of its first and last parts."""
    parts = path.split(".")
    ends = [".".join(parts[start:]) for start in range(len(parts))]
    choices = ends[:-1] + [f"{parts[first]}.{parts[-1]}" for first in range(len(parts) - 1)] + ends[-1:]
    for choice in choices:
        found = table.get(choice)
        if found is not None and (kind is None or found[0] == kind):
            return found
    return None


def refuse(path, why):
    raise Unnamed(f"{path}: {why}")


def text(schema, indent=0):
    """JSON with a member a line; what fits stays on one line."""
    flat = json.dumps(schema, ensure_ascii=False)
    if not isinstance(schema, (dict, list)) or (indent > 0 and len(flat) + indent <= 116 and '"properties"' not in flat):
        return flat
    pad = " " * (indent + 2)
    if isinstance(schema, list):
        inner = ",\n".join(pad + text(element, indent + 2) for element in schema)
        return f"[\n{inner}\n{' ' * indent}]"
    inner = ",\n".join(f"{pad}{json.dumps(name)}: {text(value, indent + 2)}" for name, value in schema.items())
    return f"{{\n{inner}\n{' ' * indent}}}"
