using HealthCode.Domain.Supervision;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>风险地区对照: a name stands in an address, however it was typed; what only looks like it is no hit.</summary>
public sealed class RiskAreaMatcherTests
{
    [Theory]
    [InlineData("湖北省武汉市江汉区", "湖北省武汉市江汉区新华路1号")]
    [InlineData("湖北省武汉市江汉区", "湖北武汉江汉区新华路1号")]
    [InlineData("湖北省武汉市江汉区", "武汉市江汉区")]
    [InlineData("湖北省武汉市江汉区", "武汉江汉区")]
    [InlineData("湖北省武汉市江汉区", " 湖北省　武汉市 江汉区 ")]
    [InlineData("湖北省武汉市", "从武汉回来")]
    [InlineData("湖北省", "湖北黄冈")]
    [InlineData("湖北省", "湖北省黄冈市")]
    [InlineData("湖北", "湖北省黄冈市")]
    [InlineData("湖北", "湖北黄冈")]
    [InlineData("北京市", "北京朝阳区")]
    [InlineData("北京市", "北京东城区王府井")]
    [InlineData("北京市丰台区", "北京丰台区新发地")]
    [InlineData("北京市丰台区新发地", "北京市丰台区新发地市场")]
    [InlineData("新疆维吾尔自治区", "新疆乌鲁木齐")]
    [InlineData("新疆维吾尔自治区乌鲁木齐市", "乌鲁木齐市天山区")]
    [InlineData("广西壮族自治区", "广西壮族自治区南宁市")]
    [InlineData("广西", "广西壮族自治区南宁市")]
    [InlineData("香港特别行政区", "香港九龙")]
    [InlineData("吉林省舒兰市", "舒兰市１号")]
    [InlineData("沙市区", "荆州沙市区")]
    [InlineData("A1小区", "城西Ａ１小区3栋")]
    public void It_is_named(string area, string address) => Assert.True(RiskAreaMatcher.Names(area, address));

    [Theory]
    [InlineData("湖北省武汉市江汉区", "湖北省武汉市")]
    [InlineData("湖北省武汉市江汉区", "江汉区")]
    [InlineData("湖北省武汉市", "湖南省长沙市")]
    [InlineData("北京市", "银川市兴庆区北京路12号")]
    [InlineData("北京市", "银川市北京中路5号")]
    [InlineData("北京市", "青岛市北京一路")]
    [InlineData("上海市", "上海大街")]
    [InlineData("吉林市", "吉林省长春市")]
    [InlineData("吉林省", "吉林市船营区")]
    [InlineData("朝阳市", "北京市朝阳区")]
    [InlineData("海南省", "青海省海南藏族自治州")]
    [InlineData("武汉市", "武汉小区")]
    [InlineData("江汉区", "江汉路")]
    [InlineData("湖北省", "")]
    public void It_is_not_named(string area, string address) => Assert.False(RiskAreaMatcher.Names(area, address));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void Only_while_it_counted_when_somebody_was_there(int days, int hits)
    {
        var area = RiskArea.Enter(Office(), "湖北省武汉市", "高风险", Today, Today.AddDays(3), "样例通报", Clerk, Now);

        Assert.Equal(hits, RiskAreaMatcher.Find([area], [new("武汉市江岸区", Today.AddDays(days), Today.AddDays(days))]).Count);
    }

    [Fact]
    public void A_hit_has_the_address_and_the_notice_and_stands_once()
    {
        var area = RiskArea.Enter(Office(), "湖北省武汉市", "高风险", Today, null, "样例通报", Clerk, Now);
        var withdrawn = RiskArea.Enter(Office(), "湖北省", "高风险", Today, null, "样例通报", Clerk, Now);
        withdrawn.Withdraw("写错", Clerk, Now);

        var hits = RiskAreaMatcher.Find([area, withdrawn], [new("武汉市江岸区", Today, Today), new("武汉市江岸区", Today.AddDays(-1), Today), new("银川市", Today, Today), new(" ", Today, Today)]);

        Assert.Equal([new(area, "武汉市江岸区")], hits);
    }

    [Theory]
    [InlineData("((((((")]
    [InlineData("[省")]
    [InlineData("省")]
    [InlineData("\\")]
    public void Odd_names_are_no_patterns(string area)
    {
        Assert.False(RiskAreaMatcher.Names(area, "湖北省武汉市"[..2]));
        Assert.True(RiskAreaMatcher.Names(area, $"在{area}里"));
    }
}
