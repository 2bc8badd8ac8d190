/** Answers to questions about a snapshot, as trees of JSON and as lines; nothing of HTTP. */
package org.kuroshio.serve.answer;
