/**
 * How a proxy has to be set up, for the pages of several rules: the gateway believes the first address of `X-Forwarded-For`
 * (gateway/net.js), which is the caller's own where a proxy appends.
 */
export const proxyAdvice =
  "The gateway believes the first address in `X-Forwarded-For`, so the proxy has to **overwrite** that header, not append to it: in nginx `proxy_set_header X-Forwarded-For $remote_addr;` and not `$proxy_add_x_forwarded_for`, with `proxy_set_header X-Real-IP $remote_addr;` and the `Upgrade` and `Connection` headers for WebSockets; Caddy's `reverse_proxy` overwrites by itself unless its own `trusted_proxies` is set.";
