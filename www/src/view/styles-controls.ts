// Looks of the menu, the dates, the slider and notices.

import { css } from "lit";

export const controlStyles = css`
  .when {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5rem 0.75rem;
    margin-bottom: 0.75rem;
  }
  .when label {
    display: grid;
    gap: 0.125rem;
    color: var(--soft);
    font-size: 0.8125rem;
  }
  input[type="date"],
  .review input {
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: 6px;
    padding: 0.125rem 0.5rem;
    min-height: 2rem;
    min-width: 0;
    width: 100%;
    font-size: 0.9375rem;
  }
  .proposed {
    grid-column: 1 / -1;
    justify-self: start;
    border-style: dashed;
    text-align: start;
  }
  .slider,
  .undated {
    grid-column: 1 / -1;
  }
  .undated {
    color: var(--soft);
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .slider svg {
    display: block;
    height: 1.5rem;
    /* Half the thumb, as the browser keeps it inside the track. */
    width: calc(100% - 1rem);
    margin: -0.125rem 0.5rem 0;
  }
  .slider .known {
    fill: var(--soft);
    opacity: 0.75;
  }
  .slider .later {
    fill: var(--rule);
  }
  .slider .turn,
  .slider .written {
    stroke: var(--outdated);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .slider .written {
    stroke: var(--ink);
    stroke-dasharray: 2 2;
  }
  .slider input {
    display: block;
    width: 100%;
    margin: 0;
    height: 1.5rem;
    accent-color: var(--focus);
    cursor: pointer;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    padding: 0.125rem 0.25rem 0;
    line-height: 1.2;
  }

  .menu {
    position: relative;
    flex: none;
  }
  .menu summary {
    list-style: none;
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    border: 1px solid var(--rule);
    border-radius: 6px;
    cursor: pointer;
    line-height: 1;
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .sheet {
    position: absolute;
    z-index: 2;
    inset-inline-end: 0;
    top: calc(100% + 0.375rem);
    width: min(20rem, 92cqi);
    max-height: min(46rem, calc(100vh - 7rem));
    overflow-y: auto;
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem;
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: 8px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
    font-size: 0.9375rem;
  }
  .sheet h3 {
    font-size: 0.8125rem;
    color: var(--soft);
    margin-top: 0.5rem;
  }
  .sheet h3:first-child {
    margin-top: 0;
  }
  .sheet button,
  .file {
    text-align: start;
    border-color: transparent;
    padding: 0.125rem 0.375rem;
    margin-inline: -0.375rem;
    min-height: 1.875rem;
    font-size: 0.9375rem;
  }
  .file {
    position: relative;
    border: 1px solid transparent;
    border-radius: 6px;
    cursor: pointer;
  }
  .sheet button:hover,
  .file:hover,
  .file:focus-within {
    background: var(--ground);
  }
  .file:focus-within {
    outline: 2px solid var(--focus);
  }
  .choice {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 1.75rem;
    min-width: 0;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--focus);
  }
  .row {
    display: flex;
    justify-content: space-between;
  }
  .sheet .remove {
    flex: none;
    width: 1.875rem;
    margin: 0;
    text-align: center;
  }
  .review {
    display: grid;
    gap: 0.375rem;
  }
  .review label {
    display: grid;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .review button {
    border-color: var(--rule);
    margin: 0;
  }
  dl {
    margin: 0;
    display: grid;
    gap: 0.25rem;
    font-size: 0.875rem;
  }
  dl div {
    display: grid;
    grid-template-columns: 5.5rem 1fr;
  }
  dd {
    margin: 0;
  }

  .notice {
    margin-bottom: 0.75rem;
    max-height: 50vh;
    overflow-y: auto;
  }
  .notice.done {
    border-color: var(--agrees);
    grid-template-columns: 1fr auto;
    align-items: center;
    padding-block: 0.375rem;
  }
  /* What can be done stays in sight over a long list of faults. */
  .notice .actions {
    position: sticky;
    bottom: -0.75rem;
    width: 100%;
    margin: 0;
    padding: 0.5rem 0 0.75rem;
    margin-bottom: -0.75rem;
    background: var(--paper);
  }
  .notice.done .actions {
    padding: 0;
    margin: 0;
  }
`;
