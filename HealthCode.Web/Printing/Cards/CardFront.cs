namespace HealthCode.Web.Printing.Cards;

/// <summary>Positions of the text of annex 2 on the front. In mm, sizes in pt.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Number">身份证号码; its left edge and label size also apply to the rows of the unit fields.</param>
/// <param name="Address">现居住住址.</param>
/// <param name="Contact">核发机构联系方式; its right edge also applies to the rows of the unit fields.</param>
/// <param name="Upper">Row of 市 and 县: baseline and left edges.</param>
/// <param name="Lower">Row of 乡镇 and 村: baseline and left edges.</param>
/// <param name="LowerGap">Gap between these two.</param>
/// <param name="UnitSize">Largest font size of a unit name.</param>
/// <param name="StampY">Baseline of 盖章.</param>
public sealed record CardFront(
    CardBlank Name, CardBlank Number, CardBlank Address, CardBlank Contact,
    (double Y, double First, double Second) Upper, (double Y, double First, double Second) Lower, double LowerGap, double UnitSize, double StampY);
