import { css } from "lit";

/** Colours come first: whoever embeds the element changes those. */
export const styles = css`
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
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: end;
    gap: 0.75rem 2rem;
    margin-bottom: 0.75rem;
  }
  .record {
    flex: 1 1 18rem;
  }
  header h2 {
    font-size: 1.05rem;
    line-height: 1.3;
  }
  header p {
    color: var(--soft);
    font-size: 0.875rem;
    min-height: 1.3125rem;
  }
  .dates {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
  }
  label {
    display: grid;
    gap: 0.125rem;
    color: var(--soft);
    font-size: 0.8125rem;
  }
  input,
  button {
    font: inherit;
    color: inherit;
  }
  input {
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: 6px;
    padding: 0.25rem 0.5rem;
    min-height: 2.25rem;
  }

  .panes {
    display: grid;
    gap: 1rem;
  }
  @container (min-width: 46rem) {
    .panes {
      grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr);
      align-items: start;
    }
    .editor,
    .results {
      max-height: 78vh;
      overflow-y: auto;
    }
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
  .editor:empty::before {
    content: attr(data-placeholder);
    color: var(--soft);
    pointer-events: none;
  }
  .results {
    padding: 0.125rem;
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

  .card {
    --tone: var(--soft);
    background: var(--paper);
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--tone);
    border-radius: 8px;
    padding: 0.75rem 0.875rem;
    overflow-wrap: anywhere;
  }
  .card.conflict {
    --tone: var(--conflict);
  }
  .card.outdated {
    --tone: var(--outdated);
    border-inline-start-style: dashed;
  }
  .card.disputed {
    --tone: var(--disputed);
    border-inline-start-style: dotted;
  }
  .card[data-selected] {
    border-color: var(--tone);
    box-shadow: 0 0 0 1px var(--tone);
  }
  .card h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.4rem;
    color: var(--tone);
    font-size: 0.9375rem;
  }
  .sign {
    font-weight: 700;
  }
  .since {
    color: var(--soft);
    font-weight: 400;
    font-size: 0.875rem;
  }
  .claim {
    display: block;
    width: 100%;
    margin: 0.25rem 0 0;
    padding: 0.25rem 0;
    min-height: 1.5rem;
    background: none;
    border: 0;
    border-radius: 4px;
    text-align: start;
    cursor: pointer;
  }
  .claim:hover {
    text-decoration: underline;
    text-decoration-color: var(--tone);
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 650;
    border-bottom: 2px solid var(--tone);
  }
  .why {
    font-size: 0.9375rem;
    margin-top: 0.125rem;
  }

  .timeline {
    display: block;
    width: 100%;
    max-width: 26rem;
    margin: 0.625rem 0 0.25rem;
    overflow: visible;
  }
  .timeline text {
    fill: var(--soft);
    font: 11.5px system-ui, sans-serif;
  }
  @container (max-width: 24rem) {
    .timeline text {
      font-size: 15px;
    }
  }
  .timeline line {
    stroke: var(--rule);
    stroke-width: 1.5;
  }
  .timeline .span {
    stroke-width: 3;
    opacity: 0.6;
  }
  .timeline .agrees {
    fill: var(--agrees);
  }
  .timeline .agrees line {
    stroke: var(--agrees);
  }
  .timeline .contradicts {
    fill: var(--tone);
  }
  .timeline .contradicts line {
    stroke: var(--tone);
  }
  .timeline .text path {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 1.75;
  }
  .timeline .text line {
    stroke: var(--ink);
  }

  .evidence {
    display: grid;
    gap: 0.625rem;
    margin-top: 0.5rem;
    font-size: 0.9375rem;
  }
  .evidence .head,
  .source {
    color: var(--soft);
    font-size: 0.8125rem;
  }
  .evidence .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
  }
  .relation {
    font-weight: 600;
  }
  .agrees > .head .relation {
    color: var(--agrees);
  }
  .contradicts > .head .relation {
    color: var(--tone);
  }
  .source a {
    color: inherit;
  }
  .published {
    margin-inline-start: 0.4rem;
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
  .failure h3 {
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
  .failure button {
    background: none;
    border: 1px solid var(--rule);
    border-radius: 6px;
    padding: 0.25rem 0.75rem;
    cursor: pointer;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  ::highlight(on-record-conflict) {
    text-decoration: underline wavy var(--conflict) 1.5px;
    background-color: color-mix(in srgb, var(--conflict) 12%, transparent);
  }
  ::highlight(on-record-outdated) {
    text-decoration: underline dashed var(--outdated) 2px;
    background-color: color-mix(in srgb, var(--outdated) 12%, transparent);
  }
  ::highlight(on-record-disputed) {
    text-decoration: underline dotted var(--disputed) 2.5px;
    background-color: color-mix(in srgb, var(--disputed) 12%, transparent);
  }
  ::highlight(on-record-active) {
    background-color: color-mix(in srgb, var(--focus) 25%, transparent);
  }
`;
