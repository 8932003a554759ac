#!/usr/bin/env python3
"""Makes up a register of employers and their interventions: files for `fundctl employer import` and
`fundctl intervention import`. The same seed and sizes give the same bytes, on any machine.

usage: Benchmarks/services/generate.py [--employers N] [--interventions N] [--seed S] --out FOLDER

Writes into FOLDER:
  employers.csv      one row a firm; never two whose names have the same telling words
  interventions.csv  one row an intervention, in the order of the days they begin, over four fiscal years
  offices.csv        local offices, five or so a region
  employers.yaml, interventions.yaml   the maps that read the first two
  expected.json      what a search, a look-up and one month's indicators must give, counted here

Whatever the size, PLANTED firms have the word "Quatre-Chemins", another PLANTED are each a "Ferronnerie … Matane" where no
other firm is both, and each of these has three interventions: what is looked up is of the same size in every book.
"""
import argparse
import csv
import datetime
import json
import os
import random
import sys
import unicodedata

from names import ENDINGS, FAMILIES, GIVEN, MEASURES, SYLLABLES, TOWNS, TRADES, WEIGHTS

PLANTED = 25
FIRST_YEAR, YEARS = 2022, 4
MONTH = (2025, 9)  # counted in expected.json: September 2025, 2025-P06
FORMS = {
    "inc", "ltee", "ltd", "enr", "senc", "sencrl", "les", "le", "la", "l", "de", "du", "des", "d", "et", "s", "e", "n", "c",
    "r", "a",
}


def telling(name):
    """What tells a name from another: two firms never have the same."""
    folded = unicodedata.normalize("NFD", name.lower())
    plain = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    words = plain.split()
    return tuple(sorted([w for w in words if w not in FORMS] or words))


def coined(dice):
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(1, 2))).capitalize() + dice.choice(ENDINGS)


def office(region, town_index):
    return f"L{region}-{town_index + 1}"


class Firms:
    """Draws firms, one after another."""

    def __init__(self, dice):
        self.dice = dice
        self.seen = set()
        self.regions = list(WEIGHTS)
        self.weights = list(WEIGHTS.values())
        self.made = 0

    def number(self, kind):
        """Eight digits that none before had, in no order."""
        self.made += 1
        return f"{kind}{self.made * 48_271_603 % 100_000_000:08d}"

    def draw_name(self, kind, trade, town):
        dice = self.dice
        family = dice.choice(FAMILIES)
        if kind == "33":
            return f"{family}, {dice.choice(FAMILIES)} et associés, s.e.n.c."
        if kind == "88":
            return dice.choice(["Municipalité de Saint-{}", "Office d'habitation de Saint-{}", "Régie de Saint-{}"]).format(
                f"{dice.choice(GIVEN)}-de-{dice.choice(FAMILIES)}")
        form = dice.choice(["inc.", "inc.", "inc.", "ltée", "enr."])
        drawn = dice.randrange(100)
        if drawn < 12:
            return f"9{dice.randrange(1000):03d}-{dice.randrange(10_000):04d} Québec inc."
        if drawn < 40:
            return f"{trade} {family} {form}"
        if drawn < 52:
            return f"{trade} {family} et {dice.choice(['Fils', 'Filles', 'Frères', 'associés'])} {form}"
        if drawn < 72:
            return f"{trade} {dice.choice(GIVEN)} {family} {form}"
        if drawn < 84:
            return f"{trade} {family} de {town} {form}"
        if drawn < 94:
            return f"{dice.choice(['Groupe', 'Technologies', 'Industries', 'Services'])} {coined(dice)} {form}"
        return f"Les {trade} {coined(dice)} de {town} {form}"

    def name(self, kind, trade, town):
        name = self.draw_name(kind, trade, town)
        while telling(name) in self.seen or "Matane" in name and "Ferronnerie" in name:
            stem, _, form = name.rpartition(" ")
            name = f"{stem} {self.dice.choice([*GIVEN, *FAMILIES, town])} {form}"
            if len(name) > 90:
                name = self.draw_name(kind, trade, town)
        self.seen.add(telling(name))
        return name

    def firm(self, planted=None):
        dice = self.dice
        region = dice.choices(self.regions, self.weights)[0]
        town = dice.randrange(len(TOWNS[region]))
        trade, scian = dice.choice(TRADES)
        kind = dice.choices(["11", "33", "88"], [94, 5, 1])[0]
        if planted is None:
            name = self.name(kind, trade, TOWNS[region][town])
        else:
            kind, name = "11", planted
            self.seen.add(telling(name))
        if kind == "88":
            scian = "913910"
        return {
            "neq": self.number(kind), "nom": name, "region": region,
            "bureau": office(region, town) if dice.randrange(10) < 8 else "",
            "scian": scian[: dice.choice([3, 4, 5, 6, 6, 6])],
            "effectif": max(1, int(dice.lognormvariate(2.0, 1.3))) if dice.randrange(10) < 9 else "",
        }


def firms(dice, count):
    """All firms, and the numbers of those planted: spread evenly."""
    maker = Firms(dice)
    plants = [f"Moulin des Quatre-Chemins {FAMILIES[i]} inc." for i in range(PLANTED)]
    plants += [f"Ferronnerie {FAMILIES[i]} de Matane ltée" for i in range(PLANTED)]
    places = {(2 * i + 1) * count // (2 * len(plants)): name for i, name in enumerate(plants)}
    rows, planted = [], []
    for place in range(count):
        row = maker.firm(places.get(place))
        if place in places:
            planted.append(row)
        rows.append(row)
    return rows, planted


def interventions(dice, rows, planted, count):
    """By the day they begin."""
    first = datetime.date(FIRST_YEAR, 4, 1)
    last = datetime.date(FIRST_YEAR + YEARS, 3, 31)
    days = (last - first).days + 1
    measures, weights, longest = zip(*MEASURES)
    lasts = dict(zip(measures, longest))
    planted_numbers = {row["neq"] for row in planted}
    free = [row for row in rows if row["neq"] not in planted_numbers]
    who = [row for row in planted for _ in range(3)]
    # Some firms come back often, most never come.
    who += [free[int(dice.random() ** 1.6 * len(free))] for _ in range(count - len(who))]
    drawn = []
    for row in who:
        begins = first + datetime.timedelta(dice.randrange(days))
        measure = dice.choices(measures, weights)[0]
        ends = begins + datetime.timedelta(dice.randint(3, lasts[measure]))
        over = ends <= last
        drawn.append({
            "neq": row["neq"], "mesure": measure, "bureau": row["bureau"] or f"R{row['region']}", "debut": begins.isoformat(),
            "fin": ends.isoformat() if over else "",
            "resultat": dice.choices(["achieved", "partly-achieved", "not-achieved", "abandoned"], [70, 15, 8, 7])[0] if over else "",
            "service": f"{dice.randint(5, 600) * 50}.00" if dice.randrange(10) < 6 else "",
            "entreprise": f"{dice.randint(5, 300) * 50}.00" if dice.randrange(10) < 4 else "",
        })
    drawn.sort(key=lambda one: (one["debut"], one["neq"], one["mesure"]))
    for number, one in enumerate(drawn, 1):
        one["dossier"] = f"D{number:07d}"
    return drawn


def expected(planted, drawn):
    """What the month's indicators count over all of Québec, by the words of FORMAT.md, section 20.5, one after another."""
    year, month = MONTH
    start = datetime.date(year if month >= 4 else year - 1, 4, 1).isoformat()
    of_month = f"{year}-{month:02d}"
    begun = [one for one in drawn if one["debut"].startswith(of_month)]
    first, under_way = {}, set()
    for one in drawn:
        if one["debut"] >= start:
            first.setdefault(one["neq"], one["debut"])
        elif not one["fin"] or one["fin"] >= start:
            under_way.add(one["neq"])
    by_measure = {}
    for one in begun:
        by_measure["int-" + one["mesure"]] = by_measure.get("int-" + one["mesure"], 0) + 1
    return {
        "employer": planted[0]["neq"], "matches": PLANTED,
        "figures": {
            "interventions": len(begun),
            "nouvellement-aidee": sum(day.startswith(of_month) and neq not in under_way for neq, day in first.items()),
            **by_measure,
        },
    }


def write(folder, name, columns, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


EMPLOYERS_MAP = """\
version: 1
target: employers
fields:
  employer: {column: neq}
  name: {column: nom}
  region: {column: region}
  office: {column: bureau}
  scian: {column: scian}
  employees: {column: effectif}
"""

INTERVENTIONS_MAP = """\
version: 1
target: interventions
unique_source: dossier
fields:
  employer: {column: neq}
  measure: {column: mesure}
  office: {column: bureau}
  begins: {column: debut}
  ends: {column: fin}
  result: {column: resultat}
  service: {column: service}
  own: {column: entreprise}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--employers", type=int, default=200_000)
    parser.add_argument("--interventions", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    if options.employers < 4 * PLANTED or options.interventions < 6 * PLANTED:
        sys.exit(f"at least {4 * PLANTED} employers and {6 * PLANTED} interventions")
    os.makedirs(options.out, exist_ok=True)
    rows, planted = firms(random.Random(f"firms {options.seed}"), options.employers)
    drawn = interventions(random.Random(f"interventions {options.seed}"), rows, planted, options.interventions)
    write(options.out, "employers.csv", ["neq", "nom", "region", "bureau", "scian", "effectif"], rows)
    write(
        options.out, "interventions.csv",
        ["dossier", "neq", "mesure", "bureau", "debut", "fin", "resultat", "service", "entreprise"], drawn)
    offices = [
        {"bureau": office(region, index), "region": region, "nom": f"Centre local d'emploi de {town}"}
        for region, towns in TOWNS.items() for index, town in enumerate(towns)
    ]
    write(options.out, "offices.csv", ["bureau", "region", "nom"], offices)
    for name, text in [("employers.yaml", EMPLOYERS_MAP), ("interventions.yaml", INTERVENTIONS_MAP)]:
        with open(os.path.join(options.out, name), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(options.out, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(expected(planted, drawn), file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
