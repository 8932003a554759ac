"""FORMAT.md §2 and §4: an object has exactly its members, each of its grammar."""
from typing import Any, Callable, Dict, List, NamedTuple

from .words import HEX, Refused, need


class Array(NamedTuple):
    low: int
    high: int
    item: Any


class Checked(NamedTuple):
    """A member whose form a function judges: it is given the value and its path."""
    check: Callable[[Any, str], None]


ANY_OBJECT, HEX_OBJECT = "object", "object of name -> HEX"


def check_members(value: Any, required: Dict[str, Any], optional: Dict[str, Any], path: str) -> None:
    """Exactly the members, each of its grammar. Calls itself as deep as the tables are, not as the input is."""
    need(type(value) is dict, "{} is no object", path)
    missing = len(required)
    for name, member in value.items():
        grammar = required.get(name)
        if grammar is not None:
            missing -= 1
        else:
            grammar = optional.get(name)
        if type(member) is str and callable(grammar):
            if not grammar(member):
                raise Refused("{}.{}: “{}” has not the form it must", path, name, member)
        elif type(grammar) is Array:
            need(type(member) is list and grammar.low <= len(member) <= grammar.high,
                 "{}.{} is no array of a length allowed", path, name)
            for item in member:
                if type(grammar.item) is tuple:
                    check_members(item, grammar.item[0], grammar.item[1], path + "." + name)
                elif type(grammar.item) is Checked:
                    grammar.item.check(item, path + "." + name)
                else:
                    need(type(item) is str and grammar.item(item), "{}.{}: item refused", path, name)
        elif type(grammar) is tuple:
            check_members(member, grammar[0], grammar[1], path + "." + name)
        elif type(grammar) is Checked:
            grammar.check(member, path + "." + name)
        elif grammar == HEX_OBJECT and type(member) is dict:
            need(1 <= len(member) <= 64 and all(type(v) is str and HEX(v) for v in member.values()),
                 "{}.{}: member refused", path, name)
        else:
            need(grammar == ANY_OBJECT and type(member) is dict, "{}.{}: unknown member or of another type", path, name)
    need(not missing, "{}: a member is missing", path)


def canonical(value: Any) -> str:
    """The only writing of a value (§2): what stood in its line. As deep as a line may be, 8."""
    if type(value) is str:
        return '"%s"' % value.replace("\\", "\\\\").replace('"', '\\"')
    if type(value) is list:
        return "[%s]" % ",".join(map(canonical, value))
    return "{%s}" % ",".join('"%s":%s' % (name, canonical(value[name])) for name in sorted(value))


def ascends(values: List[str]) -> bool:
    """Ascending in byte order, none twice; all the arrays judged so hold ASCII."""
    return all(a < b for a, b in zip(values, values[1:]))
