// Prints what of a plan, written as JSON by vstbpn, is to be reached and done in a year.
import { readFileSync } from "node:fs";
import type { Deadline, Plan, Target } from "./plan.js";

function readPlan(path: string): Plan {
  const document: { format?: unknown; version?: unknown } = JSON.parse(readFileSync(path, "utf8"));
  // Minor versions only add keys; another major version is another format.
  if (document.format !== "vstbpn/plan" || !String(document.version).startsWith("2.")) {
    throw new Error(`${path} is no plan of version 2`);
  }
  return document as Plan;
}

// What is at its default is left out, so that a key may be missing; the types say which.
function describeTarget(target: Target): string {
  // Figures are decimals in quotes: "0.1" stays 0.1, and Number(target.value) is there for whoever wants it.
  const figure = target.value_max == null ? `${target.value}` : `${target.value} to ${target.value_max}`;
  return `${target.comparator} ${figure} ${target.unit}: ${target.population}`;
}

function describeDeadline(deadline: Deadline): string {
  return `${deadline.relation} ${deadline.due}, ${deadline.who?.text ?? "nobody named"}: ${deadline.what}`;
}

const [path = "plan.json", year = "2024"] = process.argv.slice(2);
const plan = readPlan(path);
const targets = (plan.goals ?? []).flatMap((goal) => goal.targets ?? []);
const deadlines = (plan.deadlines ?? []).filter((deadline) => deadline.due?.startsWith(year));
deadlines.sort((one, other) => String(one.due).localeCompare(String(other.due)));

console.log(`Targets of ${year}:`);
for (const target of targets.filter((target) => target.year === Number(year))) {
  console.log(`  ${describeTarget(target)}`);
}
console.log(`Deadlines of ${year}:`);
for (const deadline of deadlines) {
  console.log(`  ${describeDeadline(deadline)}`);
}
