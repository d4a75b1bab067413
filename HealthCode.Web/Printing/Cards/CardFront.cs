namespace HealthCode.Web.Printing.Cards;

/// <summary>Where the words of annex 2 stand on a front. mm, sizes in pt.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Number">身份证号码; its edges and the size of its word are those of the unit's rows, too.</param>
/// <param name="Address">现居住住址.</param>
/// <param name="Contact">核发机构联系方式.</param>
/// <param name="Upper">The row of 市 and 县, and where they begin.</param>
/// <param name="Lower">The row of 乡镇 and 村, and where they begin.</param>
/// <param name="LowerGap">Between these two.</param>
/// <param name="UnitSize">The largest a unit's name is written.</param>
/// <param name="StampY">The row of 盖章.</param>
public sealed record CardFront(
    CardBlank Name, CardBlank Number, CardBlank Address, CardBlank Contact,
    (double Y, double First, double Second) Upper, (double Y, double First, double Second) Lower, double LowerGap, double UnitSize, double StampY);
