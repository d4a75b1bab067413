using HealthCode.Domain.People;

namespace HealthCode.Tests.Domain.People;

/// <summary>脱敏地址.</summary>
public sealed class AddressMaskTests
{
    [Theory]
    [InlineData("宁夏回族自治区银川市金凤区样例镇样例村3组8号", "宁夏回族自治区银川市金凤区样例镇样例村")]
    [InlineData("吴忠市利通区样例街道样例社区2号楼3单元", "吴忠市利通区样例街道样例社区")]
    [InlineData("样例镇秦坝关村四组18号（租住裕西社区）", "样例镇秦坝关村")]
    [InlineData("裕西社区5号（老家秦坝关村四组）", "裕西社区")]
    [InlineData("样例镇工业园路9号", "样例镇")]
    [InlineData("河边小屋", "***")]
    [InlineData("", "")]
    public void Group_and_house_are_hidden_whatever_follows_the_village(string address, string shown) => Assert.Equal(shown, AddressMask.ToVillage(address));
}
