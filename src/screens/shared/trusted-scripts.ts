interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): void;
}

/**
 * The policy demands Trusted Types, where the browser has them: no text becomes HTML, but DOMPurify's; no address a thread's
 * script, but of a file of ours.
 */
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    if (!url.startsWith(`${location.origin}/`)) throw new TypeError(`${url} is no script of ours`);
    return url;
  },
});
