using HealthCode.Tests.Support;

namespace HealthCode.Tests.Browser;

/// <summary>A household of four generations at the desk, keyed with the keyboard alone.</summary>
internal static class HouseholdDesk
{
    /// <summary>What the household shares, and what each of them answers.</summary>
    public static async Task KeyHouseholdAsync(this RealBrowser desk)
    {
        await KeySharedAsync(desk);
        for (var place = 0; place < 6; place++)
        {
            await KeyPersonAsync(desk, place);
        }

        await KeyInfantsStayAsync(desk);
    }

    /// <summary>The findings of somebody in good health.</summary>
    public static async Task KeyFindingsAsync(this RealBrowser desk)
    {
        await desk.LineAsync("365");
        await desk.PressAsync("1", "1", "Enter", "1", "2", "2", "2", "2", "2", "2", "1", "Enter", "1", "1");
    }

    /// <summary>Who collects the cards of all.</summary>
    public static async Task KeyCollectorAsync(this RealBrowser desk)
    {
        await desk.LineAsync("马志强");
        await desk.TypeAsync("家人");
    }

    private static async Task KeySharedAsync(RealBrowser desk)
    {
        Assert.Equal("Input.Shared.Stays[0].Address", await desk.FocusAsync());
        await desk.LineAsync("样例社区3组12号");
        await desk.LineAsync("20190101");
        await desk.PressAsync("Enter", "Enter");
        Assert.Equal("Input.Shared.DomicileAddress", await desk.FocusAsync());
        await desk.LineAsync("样例社区3组12号");
        await desk.LineAsync("13800000012");
        await desk.PressAsync("Enter", "1");
        Assert.Equal("Input.Shared.City", await desk.FocusAsync());
        await desk.LineAsync("吴忠市");
        await desk.PressAsync("Enter", "Enter", "Enter", "Enter");
        Assert.Equal("Input.Shared.TravelOn", await desk.FocusAsync());
        await desk.LineAsync("20200306");
        await desk.PressAsync("3");
        await desk.LineAsync("马志强");
        await desk.LineAsync("父亲");
        await desk.PressAsync("Enter", "Enter", "Enter", "Enter");
        await desk.LineAsync("0");
    }

    private static async Task KeyPersonAsync(RealBrowser desk, int place)
    {
        Assert.Equal($"Input.People[{place}].SameDomicile", await desk.FocusAsync());
        await desk.PressAsync("Space", "Enter", "2", "2", "2", "2", "2", "2", "1", "1", "2");
        Assert.Equal($"Input.People[{place}].Form.ReadAloud", await desk.FocusAsync());
        if (place == FourGenerations.GreatGrandmother)
        {
            await desk.PressAsync("Space");
        }

        if (place != FourGenerations.Infant)
        {
            await desk.PressAsync("Enter");
        }
    }

    /// <summary>It was not born yet when the others moved in.</summary>
    private static async Task KeyInfantsStayAsync(RealBrowser desk)
    {
        await desk.TabToAsync("summary", "和上面不一样");
        await desk.PressAsync("Enter", "Tab");
        await desk.LineAsync("样例社区3组12号");
        await desk.LineAsync("20191201");
    }
}
