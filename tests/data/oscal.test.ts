import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { loadStandards } from "~/standards/load.server";
import { oscalCatalog } from "~/standards/oscal";
import { oscalOf, uuidOf } from "~/standards/oscal.server";
import { noon } from "../support/clock";
import { oscalSchema } from "../support/oscal-schema";

const { versions } = loadStandards();
const valid = new Ajv2020({ allErrors: true }).compile(oscalSchema);
const catalogOf = (version: (typeof versions)[number]) => oscalOf({ ...version, id: version.sha256, publishedAt: noon.now() });

describe.each(versions.map((each) => [`${each.standard.key} ${each.standard.version}`, each] as const))("the catalog of %s", (_, version) => {
  const { catalog } = catalogOf(version);
  const controls = catalog.groups.flatMap(({ controls }) => controls);

  test("has the shape of OSCAL 1.2 and every criterion in its section", () => {
    expect(valid({ catalog }), JSON.stringify(valid.errors)).toBe(true);
    expect(controls.map(({ id }) => id)).toEqual(version.standard.criteria.map(({ id }) => id));
    expect(catalog.groups.map(({ id }) => id)).toEqual(version.standard.sections.map(({ id }) => id));
  });

  test("no id is there twice, and every reference leads to a resource", () => {
    const ids: string[] = [];
    JSON.stringify(catalog, (name, value) => {
      if ((name === "id" || name === "uuid") && typeof value === "string") ids.push(value);
      return value;
    });
    expect(new Set(ids).size).toBe(ids.length);
    const resources = new Set((catalog["back-matter"]?.resources ?? []).map(({ uuid }) => `#${uuid}`));
    for (const { href } of controls.flatMap(({ links = [] }) => links)) expect(resources).toContain(href);
  });

  test("is the same each time, and another version has other ids", () => {
    expect(catalogOf(version)).toEqual({ catalog });
    expect(catalogOf({ ...version, sha256: "another" }).catalog.uuid).not.toBe(catalog.uuid);
  });
});

test("what is not OSCAL is noticed", () => {
  const [version] = versions;
  const { catalog } = catalogOf(version!);
  expect(valid({ catalog: { ...catalog, uuid: "not-one" } })).toBe(false);
  expect(valid({ catalog: { ...catalog, sections: [] } })).toBe(false);
  expect(valid({ catalog: { ...catalog, metadata: { ...catalog.metadata, "last-modified": "yesterday" } } })).toBe(false);
  const odd = oscalCatalog(
    { ...version!.standard, sections: [{ id: "1 RC", title: "Odd" }], criteria: version!.standard.criteria.map((each) => ({ ...each, section: "1 RC" })) },
    { uuid: uuidOf, address: "x" },
  );
  expect(valid(odd)).toBe(false);
});

test("ids are those of RFC 9562, version 5", () => {
  expect(uuidOf("www.example.com")).toBe("b63cdfa4-3df9-568e-97ae-006c5b8fd652");
});
