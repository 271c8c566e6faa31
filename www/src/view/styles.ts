import { type CSSResult, css } from "lit";
import { markStyles } from "../text/highlight.ts";
import { cardStyles } from "./styles-card.ts";
import { controlStyles } from "./styles-controls.ts";

/** Colours come first: whoever embeds the element changes those. */
const frame = css`
  :host {
    color-scheme: light dark;
    --ink: var(--on-record-ink, light-dark(#1b1e23, #e8e6e1));
    --soft: var(--on-record-soft, light-dark(#5b616b, #a9aeb8));
    --paper: var(--on-record-paper, light-dark(#ffffff, #1a1d22));
    --ground: var(--on-record-ground, light-dark(#f5f4f0, #121418));
    --rule: var(--on-record-rule, light-dark(#d9d6cf, #3a3f48));
    --focus: var(--on-record-focus, light-dark(#1a5fb4, #8ab8ff));
    --conflict: var(--on-record-conflict, light-dark(#b3261e, #ff8f85));
    --outdated: var(--on-record-outdated, light-dark(#8a5300, #f0b453));
    --disputed: var(--on-record-disputed, light-dark(#6b3fa0, #c9a6ff));
    --agrees: var(--on-record-agrees, light-dark(#1c6b3c, #7fd6a0));
    display: block;
    color: var(--ink);
    font: 16px/1.5 system-ui, sans-serif;
    container-type: inline-size;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  header {
    display: flex;
    align-items: baseline;
    gap: 0.25rem 1rem;
    margin-bottom: 0.75rem;
  }
  ::slotted([slot="heading"]) {
    flex: none;
  }
  .record {
    flex: 1 1 12rem;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    min-width: 0;
  }
  header h2 {
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  header p,
  .ends {
    color: var(--soft);
    font-size: 0.8125rem;
  }
  header p {
    min-height: 1.25rem;
  }
  @container (max-width: 30rem) {
    header {
      flex-wrap: wrap;
    }
    .record {
      order: 3;
      flex-basis: 100%;
    }
    .menu {
      margin-inline-start: auto;
    }
  }
  input,
  button,
  summary {
    font: inherit;
    color: inherit;
  }
  button {
    background: none;
    border: 1px solid var(--rule);
    border-radius: 6px;
    padding: 0.125rem 0.625rem;
    min-height: 1.75rem;
    font-size: 0.875rem;
    cursor: pointer;
  }
  button:hover,
  .menu summary:hover {
    border-color: var(--ink);
  }
  kbd {
    font: inherit;
    border: 1px solid var(--rule);
    border-radius: 4px;
    padding: 0 0.3125rem;
    margin-inline-end: 0.125rem;
  }

  .panes {
    display: grid;
    gap: 1rem;
  }
  .editor {
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: 8px;
    padding: 1rem 1.125rem;
    min-height: 14rem;
    font-size: 1.0625rem;
    line-height: 1.7;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @container (min-width: 46rem) {
    .panes {
      grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr);
      align-items: start;
    }
    .editor {
      min-height: 60vh;
    }
    .editor,
    .results {
      max-height: 82vh;
      overflow-y: auto;
    }
  }
  .editor:empty::before {
    content: attr(data-placeholder);
    color: var(--soft);
    pointer-events: none;
  }
  .results {
    /* As wide as the ring of a focused card, which the scrolling pane would cut. */
    padding: 0.25rem;
    margin: -0.25rem;
  }
  .results:focus:not(:focus-visible) {
    outline: none;
  }
  .results:focus-visible {
    outline-offset: -2px;
  }
  .dropping .editor,
  .dropping .alone {
    outline: 2px dashed var(--focus);
    outline-offset: 2px;
  }
  .busy {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem 0.75rem;
    margin-bottom: 0.75rem;
  }
  .busy p {
    flex: 1 1 10rem;
    display: grid;
    gap: 0.25rem;
    color: var(--soft);
    font-size: 0.875rem;
  }
  progress {
    width: 100%;
    height: 0.5rem;
    accent-color: var(--focus);
  }
  .ignored {
    margin-top: 0.75rem;
  }
  .ignored ul {
    display: grid;
    gap: 0.375rem;
    font-size: 0.9375rem;
  }
  .ignored li {
    display: flex;
    gap: 0.75rem;
    justify-content: space-between;
    align-items: baseline;
  }
  .ignored button {
    flex: none;
  }
  .coverage {
    font-size: 0.9375rem;
    margin-bottom: 0.75rem;
  }
  .quiet {
    color: var(--soft);
  }
  .cards {
    display: grid;
    gap: 0.75rem;
  }

  details {
    margin-top: 0.5rem;
  }
  summary {
    color: var(--soft);
    font-size: 0.875rem;
    min-height: 1.5rem;
    cursor: pointer;
  }

  .failure {
    background: var(--paper);
    border: 1px solid var(--conflict);
    border-radius: 8px;
    padding: 0.75rem 0.875rem;
    overflow-wrap: anywhere;
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .failure h2 {
    font-size: 1rem;
    color: var(--conflict);
  }
  .failure ol {
    display: grid;
    gap: 0.375rem;
    font-size: 0.9375rem;
  }
  .failure .place {
    display: block;
    color: var(--soft);
    font-size: 0.8125rem;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .field-copy,
  .overlay {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: transparent;
    pointer-events: none;
    overflow: hidden;
    color-scheme: inherit;
  }
  .overlay {
    inset: 0;
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
  }
  .overlay i {
    position: absolute;
    border-bottom: 2px solid var(--agrees);
  }
  .overlay .conflict {
    border-bottom: 3px double var(--conflict);
  }
  .overlay .outdated {
    border-bottom: 2px dashed var(--outdated);
  }
  .overlay .disputed {
    border-bottom: 2.5px dotted var(--disputed);
  }
  .overlay .active {
    border: 0;
    background: color-mix(in srgb, var(--focus) 25%, transparent);
  }
`;

/** For paper and for forced colours; they come last. */
const media = css`
  @media (forced-colors: active) {
    :host {
      --ink: CanvasText;
      --soft: CanvasText;
      --paper: Canvas;
      --ground: Canvas;
      --rule: CanvasText;
      --focus: Highlight;
      --conflict: CanvasText;
      --outdated: CanvasText;
      --disputed: CanvasText;
      --agrees: CanvasText;
    }
    .slider .known {
      opacity: 1;
    }
    /* With the system's own colours; else all marks would get one ground, under which their lines are lost. */
    .editor {
      forced-color-adjust: none;
      color: CanvasText;
    }
    .card[data-selected] {
      outline: 2px solid Highlight;
      outline-offset: 0;
    }
    .menu summary:hover,
    button:hover {
      border-color: Highlight;
    }
  }
  @media print {
    :host {
      --ink: #000;
      --paper: #fff;
      color-scheme: light;
    }
    .panes {
      display: block;
    }
    .editor,
    .results {
      max-height: none;
      overflow: visible;
    }
    .editor {
      border: 0;
      padding: 0;
      min-height: 0;
      margin-bottom: 1rem;
    }
    :focus-visible,
    .card:focus-visible {
      outline: 0;
    }
    .card[data-selected] {
      border-color: var(--rule);
      border-inline-start-color: var(--tone);
      box-shadow: none;
    }
    .card {
      break-inside: avoid;
    }
    .menu,
    .slider,
    .proposed,
    .actions,
    .suggestion button,
    .ignored,
    .busy {
      display: none;
    }
  }
`;

export const styles: CSSResult[] = [frame, controlStyles, cardStyles, markStyles, media];