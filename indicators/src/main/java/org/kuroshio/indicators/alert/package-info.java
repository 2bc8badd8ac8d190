/** The rules of alerts that run together: the shipped ones, those of the user, and their page. */
package org.kuroshio.indicators.alert;
