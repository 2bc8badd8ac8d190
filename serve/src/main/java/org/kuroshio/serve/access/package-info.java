/** Who calls and what they may do: API keys, tokens of an issuer, and what anybody may. */
package org.kuroshio.serve.access;
