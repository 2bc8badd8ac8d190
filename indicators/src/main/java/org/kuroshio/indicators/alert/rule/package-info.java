/**
 * Rules of alerts as they are written in YAML: what each is called, how grave it is, what it says,
 * and its test, which the packages of the tests read.
 */
package org.kuroshio.indicators.alert.rule;
