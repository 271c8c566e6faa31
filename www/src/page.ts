// The page is the element with a frame around it.

import "on-record/define";
import example from "./example.json" with { type: "json" };

const checker = document.querySelector("on-record")!;

document.querySelector("#example")!.addEventListener("click", () => {
  checker.date = example.date;
  checker.value = example.text;
  checker.focus();
});
