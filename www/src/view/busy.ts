import { type TemplateResult, html, nothing } from "lit";
import type { Messages } from "../messages.ts";
import type { Busy } from "../session.ts";

/** That something takes its time, how far it is, and a way out. */
export function busyBar({ what, progress }: Busy, messages: Messages, cancel: () => void): TemplateResult {
  const { loaded = 0, total = null } = progress ?? {};
  const bytes = { loaded: messages.bytes(loaded), total: messages.bytes(total ?? 0) };
  const label =
    what === "check"
      ? messages.text("checking")
      : loaded === 0
        ? messages.text("loading")
        : messages.text(total ? "loadingBytesOf" : "loadingBytes", bytes);
  return html`<div class="busy" part="progress">
    <p>
      <span aria-hidden="true">${label}</span>
      <progress aria-label=${label} max=${total ?? nothing} value=${total ? loaded : nothing}></progress>
    </p>
    <button type="button" @click=${cancel}>${messages.text("cancel")}</button>
  </div>`;
}
