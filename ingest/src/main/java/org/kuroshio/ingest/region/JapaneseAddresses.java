package org.kuroshio.ingest.region;

import java.util.List;

/**
 * Addresses in Japanese, which begin with the prefecture. A name inside the text says nothing: the
 * characters of Kyoto Prefecture stand inside those of Tokyo's.
 */
public final class JapaneseAddresses {
  /** In the order of JIS X 0401, from 01. */
  private static final List<String> NAMES =
      List.of(
          "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都",
          "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県",
          "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県",
          "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県");

  private JapaneseAddresses() {}

  /**
   * @param address empty where the publisher gives none
   * @return {@code JP-ZZ} where no prefecture stands at its beginning
   */
  public static String region(String address, RegionTally tally) {
    if (address.isEmpty()) {
      tally.unknown("no-prefecture");
      return "JP-ZZ";
    }
    int prefecture = prefecture(address);
    if (prefecture == 0) {
      tally.unknown("unknown-address");
      return "JP-ZZ";
    }
    return JisPrefectures.region(prefecture);
  }

  /** No name is the beginning of another, so the first match is the longest; 0 if there is none. */
  static int prefecture(String address) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (address.startsWith(NAMES.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
