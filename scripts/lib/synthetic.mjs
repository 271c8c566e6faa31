// Synthetic records and queries for benches: the same for the same number, of words drawn by Zipf's law from a
// vocabulary that grows with the number of statements (Heaps' law), as in news. They mean nothing.
import { readFileSync } from "node:fs";
import { at } from "./paths.mjs";

/** Numbers from 0 to 1 from a seed (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";

/** A word that no list has. */
function coined(number) {
  let word = "";
  for (let rest = number; word.length < 6 || rest > 0; rest = Math.floor(rest / 70)) {
    word += CONSONANTS[rest % 14] + VOWELS[Math.floor(rest / 14) % 5];
  }
  return word;
}

/** English words by part of speech, in an order that the seed gives. */
function vocabulary() {
  const roll = random(1);
  const lines = readFileSync(at("data/english/lexicon.tsv"), "utf8").split("\n");
  const rows = lines.map((line) => line.split("\t")).filter(([word, tag]) => tag && /^[a-z]{3,}$/.test(word));
  const of = (tag, form) => rows.filter((row) => row[1] === tag && row[2]?.includes(form)).map(([word]) => word);
  const shuffled = (words) => words.map((word) => [roll(), word]).sort((a, b) => a[0] - b[0]).map(([, word]) => word);
  return { nouns: shuffled(of("NOUN", "n")), past: shuffled(of("VERB", "p")), adjectives: shuffled(of("ADJ", "j")) };
}

const words = vocabulary();
const SPEAKERS = 200;

/** Draws of a record of `count` statements. */
function draws(count, seed) {
  const roll = random(seed);
  const size = 60 * Math.sqrt(12 * count);
  const pick = (list) => {
    const rank = Math.floor(size ** roll()) - 1;
    return list[rank] ?? coined(rank);
  };
  const name = () => {
    const word = coined(Math.floor((size / 4) ** roll()) * 7 + 3);
    return word[0].toUpperCase() + word.slice(1);
  };
  const below = (end) => Math.floor(roll() * end);
  return { pick, name, below };
}

function sentence({ pick, name, below }) {
  const { nouns, past, adjectives } = words;
  const subject = below(2) ? `The ${pick(adjectives)} ${pick(nouns)}` : `${name()} ${name()}`;
  const object = `${1 + below(900)} ${pick(nouns)}s`;
  const place = `in the ${pick(nouns)} of ${name()}`;
  return `${subject} ${pick(past)} ${object} ${place} and ${pick(past)} the ${pick(adjectives)} ${pick(nouns)}`;
}

/** A record source of `count` statements of about a hundred letters. */
export function synthetic(count) {
  const draw = draws(count, 7);
  const speaker = (i) => {
    const names = draws(10_000, 100 + i);
    return { id: `p${i}`, kind: "person", name: `${names.name()} ${names.name()}` };
  };
  const topic = (i) => ({ id: `t${i}`, label: words.nouns[i], terms: [words.nouns[i], words.nouns[i + 40]] });
  const statement = (_, i) => {
    const days = Math.floor((i / count) * 3650);
    return {
      id: `s${i}`,
      date: new Date(Date.UTC(2014, 0, 1 + days)).toISOString().slice(0, 10),
      ...(draw.below(3) ? { speaker: `p${draw.below(SPEAKERS)}` } : {}),
      text: `${sentence(draw)}.`,
      topics: [`t${draw.below(40)}`],
      source: `Paper ${draw.below(50)}`,
    };
  };
  return {
    format: 1,
    title: `${count} synthetic statements`,
    language: "en",
    entities: Array.from({ length: SPEAKERS }, (_, i) => speaker(i)),
    topics: Array.from({ length: 40 }, (_, i) => topic(i)),
    statements: Array.from({ length: count }, statement),
  };
}

/** Queries of twenty words for a record of `count` statements: no sentence of it, but its words. */
export function queries(count, number) {
  const draw = draws(count, 99);
  const word = () => [words.nouns, words.past, words.adjectives][draw.below(3)];
  return Array.from({ length: number }, () => Array.from({ length: 20 }, () => draw.pick(word())).join(" "));
}

/** News-like documents of about `length` letters each. */
export function documents(count, number, length) {
  const draw = draws(count, 55);
  return Array.from({ length: number }, () => {
    let text = "";
    while (text.length < length) text += `${sentence(draw)}. `;
    return text.trim();
  });
}
