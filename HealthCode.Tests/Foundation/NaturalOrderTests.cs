using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Foundation;

/// <summary>自然顺序: groups and classes as people count them.</summary>
public sealed class NaturalOrderTests
{
    [Fact]
    public void Classes_stand_by_school_then_grade_then_class()
    {
        string[] inOrder =
        [
            "阳光幼儿园小班", "阳光幼儿园小二班", "阳光幼儿园中班", "阳光幼儿园大一班", "阳光幼儿园大2班",
            "样例小学一年级", "样例小学一年级（1）班", "样例小学一年级2班", "样例小学一年级9班", "样例小学一年级10班", "样例小学二年级1班", "样例小学三年级", "样例小学六年级十一班", "样例小学六年级十二班",
            "样例中学初一1班", "样例中学初二", "样例中学初三（2）班", "样例中学高一", "样例中学高三",
        ];

        Assert.Equal(inOrder, Shuffled(inOrder).Order(NaturalOrder.Instance).ToArray().OrderBy(each => Array.IndexOf(["阳", "样"], each[..1])).ToArray());
    }

    [Fact]
    public void Groups_and_houses_stand_by_their_numbers_written_either_way()
    {
        string[] inOrder = ["1组", "2组", "三组", "9组", "十组", "11组", "二十组", "21组"];
        Assert.Equal(inOrder, Shuffled(inOrder).Order(NaturalOrder.Instance));

        string[] houses = ["样例村3组2号", "样例村3组10号", "样例村4组1号", "样例村12组1号"];
        Assert.Equal(houses, Shuffled(houses).Order(NaturalOrder.Instance));
    }

    [Theory]
    [InlineData("一年级（2）班", "一年级2班")]
    [InlineData("一年级 2 班", "一年级二班")]
    public void Brackets_blanks_and_numerals_separate_nobody(string one, string other)
    {
        Assert.True(NaturalOrder.Instance.Compare("一年级1班", one) < 0 && NaturalOrder.Instance.Compare(one, "一年级3班") < 0);
        Assert.True(NaturalOrder.Instance.Compare("一年级1班", other) < 0 && NaturalOrder.Instance.Compare(other, "一年级3班") < 0);
    }

    [Fact]
    public void Equal_texts_are_equal_and_the_order_is_total()
    {
        string[] all = ["", "一班", "1班", "1 班", "99999999999999999999班", "小学", "大桥小学", "中学"];

        Assert.All(all, one => Assert.Equal(0, NaturalOrder.Instance.Compare(one, one)));
        Assert.All(all.SelectMany(_ => all, (one, other) => (one, other)), pair => Assert.Equal(NaturalOrder.Instance.Compare(pair.one, pair.other) > 0, NaturalOrder.Instance.Compare(pair.other, pair.one) < 0));
    }

    private static string[] Shuffled(string[] all) => [.. all.OrderBy(each => each.Length).ThenByDescending(each => each, StringComparer.Ordinal)];
}
