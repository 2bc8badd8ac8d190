package org.kuroshio.indicators.region;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A named set of leaves, which may change over time. */
record RegionGroup(String code, Names names, List<Member> members) {

  RegionGroup {
    members = List.copyOf(members);
  }

  SortedSet<String> leavesOn(long day) {
    SortedSet<String> leaves = new TreeSet<>();
    for (Member member : members) {
      if (member.on(day)) {
        leaves.add(member.leaf());
      }
    }
    return leaves;
  }
}
