// What the keyboard asks for.

export type Command = "next" | "previous" | "show" | "apply" | "ignore" | "back" | "help";

/** The command of a key. Single letters only speak where the focus is on a card and nothing is typed. */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "F8") return event.shiftKey ? "previous" : "next";
  const [origin] = event.composedPath();
  if (!(origin instanceof Element)) return null;
  const onCard = origin.closest(".card") !== null;
  const inResults = origin.closest(".results") !== null && !origin.matches("input");
  if (event.key === "Escape" && inResults) return "back";
  if (event.key === "?" && inResults) return "help";
  if (event.shiftKey || !onCard) return null;
  if (event.key === "Enter") return origin.matches(".card") ? "show" : null;
  return ({ a: "apply", i: "ignore" } as const)[event.key] ?? null;
}
