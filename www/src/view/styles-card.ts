// Looks of a finding's card.

import { css } from "lit";

export const cardStyles = css`
  .card {
    --tone: var(--soft);
    background: var(--paper);
    border: 1px solid var(--rule);
    border-inline-start: 4px solid var(--tone);
    border-radius: 8px;
    padding: 0.75rem 0.875rem;
    overflow-wrap: anywhere;
    /* The ring around it stays in sight when it is scrolled to. */
    scroll-margin: 0.375rem;
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
  .card.supported {
    --tone: var(--agrees);
  }
  .card:focus {
    outline: none;
  }
  .card:focus-visible {
    outline: 2px solid var(--focus);
  }
  .suggestion,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.375rem 0.5rem;
    margin-top: 0.625rem;
    font-size: 0.9375rem;
  }
  .card .actions button {
    border-color: transparent;
    color: var(--soft);
    padding-inline: 0.375rem;
    margin-inline-start: -0.375rem;
    font-size: 0.8125rem;
  }
  .card .actions button:hover {
    color: var(--ink);
    border-color: var(--rule);
  }
  .card .actions [aria-pressed="true"] {
    color: var(--agrees);
    font-weight: 600;
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
    font-size: 1rem;
    background: none;
    border: 0;
    border-radius: 4px;
    text-align: start;
    cursor: pointer;
  }
  .around {
    color: var(--soft);
  }
  .claim:hover {
    border: 0;
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
  .timeline .overtaken {
    fill: none;
    stroke: var(--soft);
    stroke-width: 1.25;
  }
  .timeline .likely {
    stroke-dasharray: 3 2.5;
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
  .published::before {
    content: " · ";
  }
`;
