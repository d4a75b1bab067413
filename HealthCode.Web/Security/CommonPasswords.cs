namespace HealthCode.Web.Security;

/// <summary>常用密码 — detects common passwords even when decorated with capitals, digits and signs: Password123!, Admin@2020, P@ssw0rd-99.</summary>
public static class CommonPasswords
{
    // Common substitutions for letters.
    private static readonly Dictionary<char, char> Instead = new() { ['0'] = 'o', ['1'] = 'i', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['@'] = 'a', ['$'] = 's', ['!'] = 'i' };

    /// <summary>Words from common password lists, and words obvious in this office.</summary>
    private static readonly HashSet<string> Words =
    [
        "password", "passwd", "pass", "passw", "qwerty", "qwertyuiop", "qwer", "qwert", "asdf", "asdfg", "asdfgh", "asdfghjkl", "zxcv", "zxcvb", "zxcvbn", "zxcvbnm", "qaz", "qazwsx", "qazwsxedc", "qweasd", "qweasdzxc", "wsx",
        "abc", "abcd", "abcde", "abcdef", "abcdefg", "aa", "aaa", "aaaa", "admin", "administrator", "root", "user", "guest", "test", "login", "welcome", "letmein", "changeme", "default", "secret", "master", "super", "system", "server",
        "iloveyou", "love", "monkey", "dragon", "sunshine", "princess", "football", "baseball", "superman", "batman", "shadow", "michael", "hello", "helloworld", "computer", "internet", "windows", "china", "zhongguo", "beijing", "ningxia",
        "woaini", "woaiwojia", "aini", "mima", "denglu", "guanliyuan", "guanli", "jiankang", "jiankangma", "healthcode", "health", "tongxingka", "cunweihui", "juweihui", "cunweihuiguanli", "shequ", "bangongshi", "yiqing", "fangyi",
    ];

    /// <summary>Whether the password is such a word, decorated or repeated.</summary>
    public static bool Has(string password)
    {
        var plain = Letters(password, c => c);
        var meant = Letters(password, c => Instead.GetValueOrDefault(c, c));
        return IsWord(plain) || IsWord(meant) || IsWord(meant.Trim('i', 'o', 's', 'e', 't', 'a'));
    }

    private static bool IsWord(string letters) => letters.Length > 0
        && Enumerable.Range(1, letters.Length).Any(length => letters.Length % length == 0 && Words.Contains(letters[..length]) && string.Concat(Enumerable.Repeat(letters[..length], letters.Length / length)) == letters);

    private static string Letters(string password, Func<char, char> meant) =>
        new([.. password.ToLowerInvariant().Select(meant).Where(char.IsAsciiLetterLower)]);
}
