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
    <label>
      <span>${label}</span>
      <progress max=${total ?? nothing} value=${total ? loaded : nothing}></progress>
    </label>
    <button type="button" @click=${cancel}>${messages.text("cancel")}</button>
  </div>`;
}
