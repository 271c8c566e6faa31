// The page is the element with a frame around it.

import "on-record/define";
import example from "./example.json" with { type: "json" };
import { pageWords } from "./page-words.ts";
import { offline } from "./offline.ts";

const checker = document.querySelector("on-record")!;
const button = document.querySelector("#example")!;

button.addEventListener("click", () => {
  checker.date = example.date;
  checker.value = example.text;
  checker.focus();
});

const words = pageWords(navigator.languages);
document.documentElement.lang = words.language;
checker.lang = words.language;
button.textContent = words.example;

// A file that misses the element would replace the page, and with it the text.
for (const type of ["dragover", "drop"] as const) {
  addEventListener(type, (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (type === "drop") void checker.open(event.dataTransfer.files);
  });
}

offline(checker);
