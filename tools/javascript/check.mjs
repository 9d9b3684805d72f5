// Holds the verdicts of ajv, a validator that shares no code with the library, against those of the library's decoder.
//
// Use: node check.mjs CASES, where each line of CASES is {"kind", "document", "read", "allowed"}: whether the decoder
// reads the document, and whether an exception that is listed explains why a schema says otherwise.

import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv2020 from "ajv/dist/2020.js";

const SCHEMAS = new URL("../../docs/schema/", import.meta.url);
const SHOWN = 10;

const validators = new Map();
for (const name of readdirSync(SCHEMAS)) {
  // Strict mode refuses keywords that do nothing. The format is there for people; the pattern beside it says as much.
  const ajv = new Ajv2020.default({ strict: true, formats: { date: true } });
  const schema = JSON.parse(readFileSync(new URL(name, SCHEMAS), "utf8"));
  validators.set(name.replace(".schema.json", ""), ajv.compile(schema));
}

const counts = { valid: 0, invalid: 0, excepted: 0, wrong: 0 };
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const { kind, document, read, allowed } = JSON.parse(line);
  const validate = validators.get(kind);
  const valid = validate(document);
  if (valid === read) {
    counts[valid ? "valid" : "invalid"] += 1;
  } else if (allowed) {
    counts.excepted += 1;
  } else {
    counts.wrong += 1;
    if (counts.wrong <= SHOWN) {
      console.error(`${kind}: ajv says ${valid}, the decoder ${read}`, validate.errors?.[0] ?? "", JSON.stringify(document));
    }
  }
}

const agreed = counts.valid + counts.invalid;
console.log(
  `${validators.size} schemas compile in strict mode. Of ${agreed + counts.excepted + counts.wrong} documents ajv and the ` +
    `decoder agree on ${agreed} (${counts.valid} valid, ${counts.invalid} not); ${counts.excepted} are exceptions that are ` +
    `listed; they disagree on ${counts.wrong}.`,
);
process.exit(counts.wrong === 0 && counts.valid > 0 && counts.invalid > 0 ? 0 : 1);
