using Bogus;
using HealthCode.Domain.People;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>样例姓名 — surnames of Hui and Han families of Ningxia, and given names as they were usual in each time.</summary>
internal static class DemoNames
{
    private const float Single = 0.3f;
    private const float InArabic = 0.25f;

    // Often ones stand several times.
    private static readonly string[] HuiSurnames = Each("马 马 马 马 马 杨 杨 王 李 丁 哈 纳 金 白 海 虎 穆 沙 米 拜 锁 田 何 周 苏 吴 罗 兰");
    private static readonly string[] HanSurnames = Each("王 王 王 李 李 李 张 张 张 刘 刘 陈 杨 赵 黄 周 吴 徐 孙 郭 高 何 罗 郑 梁 宋 韩 冯 董");

    // Hui people born before the fifties often bear what the ahong called them.
    private static readonly string[] HuiMen = Each("哈三 主麻 尔撒 伊哈 者麻 穆萨 达吾 尤素 努哈 索里");
    private static readonly string[] HuiWomen = Each("阿舍 买燕 法图 海彻 麦燕 索菲 祖拜 哈宰");

    private static readonly Given[] Men =
    [
        new(1949, Each("德 福 万 占 学 生 国 玉 文 有"), Each("山 林 礼 财 祥 贵 忠 义 才 仁"), []),
        new(1969, Each("建 国 志 学 永 卫 金 保 立 占"), Each("国 军 强 华 平 民 忠 明 成 林"), []),
        new(1989, Each("小 海 志 晓 建 学 文 少"), Each("军 强 刚 龙 东 平 明 斌 峰 涛"), Each("军 伟 强 勇 涛 鹏 斌 杰")),
        new(2004, Each("文 志 嘉 宏 俊 鹏 少 子"), Each("博 杰 宇 涛 辉 龙 轩 浩"), Each("浩 杰 龙 鑫 磊 帅 宇 超")),
        new(9999, Each("子 浩 宇 俊 一 博 梓 明"), Each("轩 然 涵 杰 文 泽 宸 睿"), []),
    ];

    private static readonly Given[] Women =
    [
        new(1949, Each("秀 玉 桂 凤 月 金 兰"), Each("英 兰 花 莲 芳 珍 香"), []),
        new(1969, Each("秀 玉 桂 淑 凤 春 红"), Each("兰 梅 芳 珍 霞 琴 英 萍"), []),
        new(1989, Each("晓 小 海 丽 春 艳 红"), Each("燕 红 霞 梅 芳 娟 玲 丽"), Each("燕 艳 丽 芳 静 霞 娟 娜")),
        new(2004, Each("佳 雅 晓 思 慧 梦 雪 欣"), Each("婷 慧 雯 敏 洁 雪 琪 丽"), Each("婷 倩 雪 静 敏 丹 颖 悦")),
        new(9999, Each("梓 欣 雨 思 佳 诗 可 子"), Each("涵 怡 桐 萱 琪 妍 彤 雯"), []),
    ];

    public static string Surname(Randomizer random, bool hui) => random.ArrayElement(hui ? HuiSurnames : HanSurnames);

    public static string GivenName(Randomizer random, bool hui, Sex sex, int bornIn)
    {
        if (hui && bornIn <= 1949 && random.Bool(InArabic))
        {
            return random.ArrayElement(sex == Sex.Male ? HuiMen : HuiWomen);
        }

        var usual = (sex == Sex.Male ? Men : Women).First(each => bornIn <= each.Until);
        if (usual.Singles.Length > 0 && random.Bool(Single))
        {
            return random.ArrayElement(usual.Singles);
        }

        var first = random.ArrayElement(usual.First);
        return first + random.ArrayElement([.. usual.Second.Where(second => second != first)]);
    }

    private static string[] Each(string names) => names.Split(' ');

    /// <summary>Given names of those born until the end of a year: every first character goes with every second; or a single one.</summary>
    private sealed record Given(int Until, string[] First, string[] Second, string[] Singles);
}
