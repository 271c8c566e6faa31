// What Lit asks for where there is no DOM: enough to define a class that nobody makes there.
export const HTMLElement = class {};
export const customElements = undefined;
