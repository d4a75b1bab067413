using HealthCode.Domain.Rules;

namespace HealthCode.Web.Backups;

/// <summary>备份的规则.</summary>
public static class BackupRules
{
    private const int FewestDifferent = 5;

    public static Rule PassphraseIsLong { get; } = new("backup-passphrase", $"口令至少 {BackupKeyPair.ShortestPassphrase} 个字，不能老是同几个字。可以用一句话，不用记号码。", "DECISIONS.md D39");

    public static Rule PassphraseIsTypedTwice { get; } = new("backup-passphrase-twice", "两次填的口令不一样，请重新填写。", "DECISIONS.md D39");

    public static Rule HasPassphrase { get; } = new("backup-no-passphrase", "还没有设置备份口令，不能备份。请系统管理员到“管理—备份”设置。", "GB/T 22239-2019 数据备份恢复；DECISIONS.md D39");

    public static Rule SecondFolderIsElsewhere { get; } = new("backup-second-elsewhere", "第二个地方请写完整的路径，不能在数据目录里面，也不能是放备份的文件夹：这台电脑坏了，两份会一起丢。", "GB/T 22239-2019 数据备份恢复；DECISIONS.md D39");

    /// <summary>Whether a passphrase is long enough against brute force.</summary>
    public static bool IsLongEnough(string passphrase) => passphrase.Length >= BackupKeyPair.ShortestPassphrase && passphrase.Distinct().Count() >= FewestDifferent;
}
