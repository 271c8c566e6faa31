import { OnRecordElement } from "./element.ts";

if (typeof customElements !== "undefined" && !customElements.get("on-record")) {
  customElements.define("on-record", OnRecordElement);
}

declare global {
  interface HTMLElementTagNameMap {
    "on-record": OnRecordElement;
  }
}

export { OnRecordElement };
