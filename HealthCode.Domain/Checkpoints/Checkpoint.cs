using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Checkpoints;

/// <summary>关口 — a gate where cards are checked: where it is, and in which order one is asked (琼肺炎指〔2020〕29号 3.2; 宁疫指办发〔2020〕73号 二).</summary>
/// <remarks>Never deleted, so that what was checked there keeps its place; only closed.</remarks>
public sealed class Checkpoint
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 20;

    /// <summary>Characters of a county's or township's name.</summary>
    public const int LongestPlace = 30;

    /// <summary>Characters of an address.</summary>
    public const int LongestAddress = 60;

    private Checkpoint(string officeCode)
    {
        (OfficeCode, Name, County, Township, Address) = (officeCode, "", "", "", "");
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office that keeps it.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>名称, unique within the office.</summary>
    public string Name { get; private set; }

    /// <summary>类型.</summary>
    public CheckpointKind Kind { get; private set; }

    /// <summary>市县.</summary>
    public string County { get; private set; }

    /// <summary>乡镇（街道）.</summary>
    public string Township { get; private set; }

    /// <summary>详细地址.</summary>
    public string Address { get; private set; }

    /// <summary>查验方式.</summary>
    public CheckMode Mode { get; private set; }

    /// <summary>关闭: nobody is checked here any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The whole address in one line.</summary>
    public string FullAddress => County + Township + Address;

    /// <summary>设立.</summary>
    /// <param name="office">Whose gate it is.</param>
    /// <param name="name">名称.</param>
    /// <param name="kind">类型.</param>
    /// <param name="county">市县; the office's own is proposed.</param>
    /// <param name="township">乡镇（街道）; the office's own is proposed.</param>
    /// <param name="address">详细地址.</param>
    /// <param name="mode">查验方式.</param>
    /// <exception cref="RuleBrokenException">See <see cref="CheckpointRules.Against"/>.</exception>
    public static Checkpoint Open(Office office, string name, CheckpointKind kind, string county, string township, string address, CheckMode mode)
    {
        var checkpoint = new Checkpoint(office.Code);
        checkpoint.Describe(name, kind, county, township, address, mode);
        return checkpoint;
    }

    /// <summary>改登记.</summary>
    /// <exception cref="RuleBrokenException">See <see cref="CheckpointRules.Against"/>.</exception>
    public void Describe(string name, CheckpointKind kind, string county, string township, string address, CheckMode mode)
    {
        RuleBrokenException.ThrowIfAny(CheckpointRules.Against(name, kind, county, township, address, mode));

        (Name, Kind, County, Township, Address, Mode) = (name, kind, county, township, address, mode);
    }

    /// <summary>关闭.</summary>
    /// <exception cref="RuleBrokenException">Closed already.</exception>
    public void Close()
    {
        CheckpointRules.IsOpen.Require(!IsClosed);

        IsClosed = true;
    }

    /// <summary>重新启用.</summary>
    /// <exception cref="RuleBrokenException">Not closed.</exception>
    public void Reopen()
    {
        CheckpointRules.IsClosed.Require(IsClosed);

        IsClosed = false;
    }
}
